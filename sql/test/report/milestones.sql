-- Milestones.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select indicator, required_stage, due_month, stage, verdict
        from report.milestones where district = ''trial''')$$,
    array['(1.2.1,completed,9,not_started,no_data)'],
    'milestones are the milestones'
);

select * from finish();

rollback;
