-- What the office decides of a period stays on record.

begin;

\ir ../fixture/act_as.psql
\ir ../fixture/district.psql

select plan(19);

\set table intake.period_closing
\ir ../fixture/append_only.psql

select throws_ok(
    format('insert into intake.period_closing (district_id, period, closes_at, reason) values (%s, %s)', :district_id, contents),
    '23514',
    null,
    'no closing: ' || contents
)
from unnest(
    array['''2020-01-02'', now(), ''x''', '''2020-01-01'', now(), '' ''', '''2020-01-01'', ''infinity'', ''x''']
) as contents;
select lives_ok(
    format(
        'select pg_temp.act_as(''dabiao_office'', %L)',
        format('insert into intake.period_closing (district_id, period, reason) values (%s, ''2020-01-01'', ''x'')', :district_id)
    ),
    'the office decides'
);
select throws_ok(
    format('select pg_temp.act_as(%L, %L)', role_name, format(
        'insert into intake.period_closing (district_id, period, reason%s) values (%s, ''2020-01-01'', ''x''%s)',
        columns, :district_id, contents
    )),
    '42501',
    null,
    format('%s may not decide%s', role_name, contents)
)
from (
    values ('dabiao_office', ', recorded_by', ', ''somebody'''), ('dabiao_job', '', '')
) as given (role_name, columns, contents);

select * from finish();

rollback;
