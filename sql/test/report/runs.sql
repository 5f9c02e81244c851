-- Runs that were published.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select extract(day from as_of at time zone ''UTC''), is_current from report.runs
        where district = ''trial''')$$,
    array['(10,t)', '(4,f)'],
    'publications newest first, and nothing of the stopped run'
);

select * from finish();

rollback;
