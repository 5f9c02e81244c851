-- What earned or cost points.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select unit, unit_zh, rule, rule_zh, indicator, figure_period, points
        from report.appraisal_points where district = ''trial'' and period = ''2020-06''')$$,
    array['(west,西街道,late,迟报,1.1.1,2020-06,-0.5)'],
    'a point names the figure that it comes from'
);

select * from finish();

rollback;
