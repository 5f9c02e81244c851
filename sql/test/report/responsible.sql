-- Who answers for what.

begin;

\ir ../fixture/publication.psql

select plan(2);

select results_eq(
    $$select pg_temp.shown('select indicator, role, role_zh, unit, unit_zh, post, holder from report.responsible
        where district = ''trial'' and period = ''2020-06''')$$,
    array['(1.1.1,leader,分管领导,,,deputy,李)', '(1.1.1,lead,牵头单位,alpha,甲局,,)'],
    'whoever holds the post on the day of the publication answers'
);

update report.run set as_of = timestamptz '2020-07-01 00:00+08' - interval '1 microsecond' where run_id = :second;
select results_eq(
    $$select pg_temp.shown('select holder from report.responsible where district = ''trial'' and post = ''deputy''')$$,
    array['(张)'],
    '… where the plan is: the moment before midnight, the one before'
);

select * from finish();

rollback;
