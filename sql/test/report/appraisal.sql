-- The year in points.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select unit, name_zh, score, allocations_score, points, total, grade
        from report.appraisal where district = ''trial'' and period = ''2020-06''')$$,
    array['(beta,乙局,33.3333,,0,33.3333,)', '(west,西街道,,70,-0.5,69.5,合格)'],
    'each unit has its score, points and grade, in the order of the plan'
);

select * from finish();

rollback;
