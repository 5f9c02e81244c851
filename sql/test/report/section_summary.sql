-- Sections counted.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select section, indicators, on_track, behind, off_track, no_data, attained, green, yellow, red,
        grey, green_pct, worst_indicator, worst_verdict, worst_pace_pct
        from report.section_summary where district = ''trial''')$$,
    array['(1,4,1,1,1,1,0,1,1,1,1,25,1.1.3,off_track,66.6667)', '(2,1,0,0,0,0,1,1,0,0,0,100,2.1.1,attained,100)'],
    'section_summary counts by verdict and light, and shows the worst'
);

select * from finish();

rollback;
