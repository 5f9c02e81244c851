-- The headline.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select indicator, attainment_pct, verdict from report.headline where district = ''trial''')$$,
    array['(1.1.1,60,on_track)'],
    'the headline is what the plan marks so'
);

select * from finish();

rollback;
