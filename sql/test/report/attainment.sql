-- Attainment as last published.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select indicator, unit, unit_zh, verdict_zh from report.attainment where district = ''trial''')$$,
    array[
        '(1.1.1,,,符合进度)', '(1.1.1,east,东街道,符合进度)', '(1.1.1,west,西街道,严重滞后)', '(1.1.2,,,略有滞后)',
        '(1.1.3,,,严重滞后)', '(1.2.1,,,无数据)', '(2.1.1,,,已达标)'
    ],
    'attainment shows the publication that stands, in plan order, the district before its units'
);

select * from finish();

rollback;
