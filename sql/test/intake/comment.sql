-- The office comments, in its own name and at the moment itself; what was said stays.

begin;

\ir ../fixture/act_as.psql
\ir ../fixture/district.psql

select plan(18);

\set table intake.comment
\ir ../fixture/append_only.psql

create function pg_temp.comment(columns text default '', contents text default '') returns text
language sql
return (
    select format(
        'insert into intake.comment (district_id, period, indicator, text%s) values (%s, ''2020-01-01'', ''1.1.1'', ''已约谈''%s)',
        columns, district_id, contents
    )
    from intake.batch
);

select lives_ok(
    format('select pg_temp.act_as(''dabiao_office'', %L)', pg_temp.comment()), 'the office comments'
);
select results_eq(
    'select said_at = now(), said_by::name = session_user from intake.comment',
    $$values (true, true)$$,
    '… now and in its own name'
);
select throws_ok(
    format('select pg_temp.act_as(%L, %L)', role_name, pg_temp.comment(columns, contents)),
    '42501',
    null,
    format('%s may not: %s', role_name, columns)
)
from (
    values
    ('dabiao_office', ', said_at', ', now() - interval ''1 hour'''),
    ('dabiao_office', ', said_by', ', ''somebody'''),
    ('dabiao_job', '', '')
) as given (role_name, columns, contents);

select * from finish();

rollback;
