-- Livelihood projects.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select indicator, verdict from report.livelihood_projects where district = ''trial''')$$,
    array['(1.1.1,on_track)', '(1.1.3,off_track)'],
    'livelihood_projects lists them'
);

select * from finish();

rollback;
