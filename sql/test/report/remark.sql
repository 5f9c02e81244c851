-- What a remark names.

begin;

\ir ../fixture/publication.psql

select plan(3);

prepare remark as
insert into report.remark (district_id, run_id, ordinal, indicator, unit, figure_period, revision, period, comment_id)
select
    district_id,
    run_id,
    9,
    indicator,
    $1,
    $2,
    $3,
    $4,
    $5
from report.remark
where ordinal = 1;

select throws_ok(statement, '23514', null, why)
from (
    values
    ('execute remark (null, null, null, null, null)', 'a remark names a figure or a comment'),
    ('execute remark (''west'', ''2020-06-01'', null, null, null)', '… the figure with its revision'),
    ('execute remark (''west'', ''2020-06-01'', 1, ''2020-06-01'', 1)', '… and not both')
) as attempt (statement, why);

select * from finish();

rollback;
