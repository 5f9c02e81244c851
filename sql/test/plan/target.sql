-- The office loads plans as new versions and changes nothing of one that is loaded.

begin;

\ir ../fixture/act_as.psql
\ir ../fixture/district.psql

select plan(29);

select throws_ok(
    format('select pg_temp.act_as(%L, %L)', role_name, statement),
    '42501',
    null,
    format('%s is refused: %s', role_name, statement)
)
from unnest(array['dabiao_office', 'dabiao_job']) as role_name
cross join unnest(
    array[
        'update plan.target set value = 1',
        'delete from plan.target',
        'truncate plan.target',
        'update plan.work_plan set review = ''automatic''',
        'delete from plan.work_plan',
        'update plan.allocation set value = 1',
        'update plan.district set district = ''other''',
        'insert into plan.frequency_period values (''weekly'', 1, 1)'
    ]
) as statement;

select is_empty(
    $$
    select format('%s of plan.%s by %s', privilege, relname, role_name)
    from pg_catalog.pg_class
    cross join unnest(array['dabiao_office', 'dabiao_job', 'dabiao_analyst']) as role_name
    cross join unnest(array['update', 'delete', 'truncate']) as privilege
    where
        relnamespace = 'plan'::regnamespace
        and relkind = 'r'
        and has_table_privilege(role_name, pg_class.oid, privilege)
    $$,
    'no table of plan can be changed by them'
);

select lives_ok(
    format('select pg_temp.act_as(''dabiao_office'', %L)', format(statement, :district_id)),
    'the office may: ' || regexp_replace(statement, '\s+', ' ', 'g')
)
from (
    values
    ('insert into plan.district (district, name_zh, name_en) values (''next'', ''x'', ''x'')'),
    ('update plan.district set name_zh = ''y'' where district_id = %s'),
    (
        'insert into plan.work_plan (
            district_id, year, version, title_zh, title_en, source, time_zone, due_day, review, sha256
        )
        values (%s, 2020, 2, ''x'', ''x'', ''x'', ''UTC'', 10, ''required'', sha256(''x''))'
    ),
    ('insert into plan.unit values (%s, 2020, 1, ''a'', 1, ''other'', ''x'', ''x'')'),
    ('insert into plan.section values (%s, 2020, 1, 1, ''x'', ''x'')')
) as allowed (statement);

select throws_ok(
    format('select pg_temp.act_as(''dabiao_office'', %L)', format(statement, :district_id)),
    '42501',
    null,
    'the office may not: ' || regexp_replace(statement, '\s+', ' ', 'g')
)
from (
    values
    (
        'insert into plan.work_plan (
            district_id, year, version, title_zh, title_en, source, time_zone, due_day, review, sha256, loaded_by
        )
        values (%s, 2020, 3, ''x'', ''x'', ''x'', ''UTC'', 10, ''required'', sha256(''x''), ''somebody'')'
    ),
    (
        'insert into plan.work_plan (
            district_id, year, version, title_zh, title_en, source, time_zone, due_day, review, sha256, loaded_at
        )
        values (%s, 2020, 3, ''x'', ''x'', ''x'', ''UTC'', 10, ''required'', sha256(''x''), ''2020-01-01'')'
    )
) as refused (statement);

select throws_ok(
    format(statement, :district_id),
    '23514',
    null,
    'no plan holds: ' || statement
)
from unnest(
    array[
        'insert into plan.target values (%s, 2020, 1, ''1.1.1'', 1, ''NaN'', ''2020-01-01'')',
        'insert into plan.target values (%s, 2020, 1, ''1.1.1'', 1, 1, ''infinity'')',
        'insert into plan.target values (%s, 2020, 1, ''1.1.1'', 0, 1, ''2020-01-01'')',
        'insert into plan.target values (%s, 2020, 1, ''1.1.1'', 1, 1, ''2020-01-01'', null, -1)',
        'insert into plan.target values (%s, 2020, 1, ''1.1.1'', 1, 1, ''2020-01-01'', null, null, ''1.1.1'')'
    ]
) as statement;

select * from finish();

rollback;
