-- A run says what it is about once; what became of it is said later.

begin;

\ir ../fixture/act_as.psql
\ir ../fixture/district.psql

select plan(14);

insert into report.run (district_id, year, version, period, as_of, program_version)
values (:district_id, 2020, 1, '2020-06-01', now(), '0')
returning run_id \gset

select lives_ok(
    format('select pg_temp.act_as(%L, %L)', role_name, format(
        'update report.run set outcome = ''published'', finished_at = now() where run_id = %s', :run_id
    )),
    role_name || ' says how it ended'
)
from unnest(array['dabiao_office', 'dabiao_job']) as role_name;
select throws_ok(
    format('select pg_temp.act_as(%L, ''update report.run set %s'')', role_name, change),
    '42501',
    null,
    format('%s may not: %s', role_name, change)
)
from unnest(array['dabiao_office', 'dabiao_job']) as role_name
cross join unnest(array['run_by = null', 'as_of = now()', 'started_at = now()', 'version = 1']) as change;
select throws_ok(
    format(
        'insert into report.run (district_id, year, version, period, as_of, program_version) values (%s, %s, ''0'')',
        :district_id, contents
    ),
    '23514',
    null,
    'no run: ' || contents
)
from unnest(
    array[
        '2020, 1, ''2020-06-02'', now()',
        '2020, 1, ''2021-06-01'', now()',
        '2020, 1, ''2020-06-01'', ''infinity''',
        '2020, 1, ''2020-06-01'', ''-infinity'''
    ]
) as contents;

select * from finish();

rollback;
