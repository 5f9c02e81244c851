-- Who answers for what.

begin;

\ir ../fixture/publication.psql

select plan(2);

select results_eq(
    $$select pg_temp.shown('select role, role_zh, unit, post, holder from report.responsible
        where district = ''trial'' and indicator = ''1.1.1''
        and (post is null or date ''2020-06-30'' between holds_from and coalesce(holds_to, ''infinity''))')$$,
    array['(leader,分管领导,,deputy,张)', '(lead,牵头单位,alpha,,)'],
    'whoever held the post on a date answers'
);

select results_eq(
    $$select pg_temp.shown('select holder from report.responsible where district = ''trial'' and post = ''deputy''
        and date ''2020-07-01'' between holds_from and coalesce(holds_to, ''infinity'')')$$,
    array['(李)'],
    '… and the day after, the successor'
);

select * from finish();

rollback;
