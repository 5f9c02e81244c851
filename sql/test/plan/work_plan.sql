-- What no plan can hold beside its indicators: how the year is judged, and when departments are reminded.

begin;

\ir ../fixture/district.psql

select plan(12);

select throws_ok(format(statement, :district_id), '23514', null, 'no plan holds: ' || statement)
from unnest(
    array[
        'update plan.work_plan set early_days = 32 where district_id = %s',
        'update plan.work_plan set early_days = -1 where district_id = %s',
        'update plan.work_plan set remind_days = ''{0,63}'' where district_id = %s',
        'insert into plan.floor values (%s, 2020, 1, ''sum'', 90)',
        'insert into plan.floor values (%s, 2020, 1, ''total'', -1)',
        'insert into plan.appraisal_rule values (%s, 2020, 1, ''absent'', 1, -1)',
        'insert into plan.appraisal_rule values (%s, 2020, 1, ''missing'', 1, -1, -1)'
    ]
) as statement;
select lives_ok(format(statement, :district_id), 'a plan holds: ' || statement)
from unnest(
    array[
        'update plan.work_plan set remind_days = ''{-62,0,62}'', early_days = 31, sample = true where district_id = %s',
        'insert into plan.floor values (%s, 2020, 1, ''ratio'', 0)',
        'insert into plan.appraisal_rule values (%s, 2020, 1, ''attained_early'', 1, -1, 0)',
        'insert into plan.grade values (%s, 2020, 1, ''优秀'', 1, 90)'
    ]
) as statement;
select throws_ok(
    format('insert into plan.grade values (%s, 2020, 1, ''良好'', 2, 90.0)', :district_id),
    '23505',
    null,
    'no two grades begin at one total'
);

select * from finish();

rollback;
