-- Livelihood projects counted.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select indicators, on_track, off_track, green, red, green_pct, worst_indicator, worst_verdict
        from report.livelihood_summary where district = ''trial''')$$,
    array['(2,1,1,1,1,50,1.1.3,off_track)'],
    'livelihood_summary does so for the livelihood projects'
);

select * from finish();

rollback;
