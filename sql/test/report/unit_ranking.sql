-- Units by their allocations.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select place, unit, indicators, green, red, green_pct, worst_indicator, worst_verdict
        from report.unit_ranking where district = ''trial''')$$,
    array['(1,east,1,1,0,100,1.1.1,on_track)', '(2,west,1,0,1,0,1.1.1,off_track)'],
    'unit_ranking ranks by the share that is green'
);

select * from finish();

rollback;
