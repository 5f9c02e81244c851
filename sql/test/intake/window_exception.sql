-- So do its exceptions.

begin;

\ir ../fixture/act_as.psql
\ir ../fixture/district.psql

select plan(20);

\set table intake.window_exception
\ir ../fixture/append_only.psql

select throws_ok(
    format('insert into intake.window_exception (district_id, period, opens_at, closes_at, reason) values (%s, %s)', :district_id, contents),
    sqlstate,
    null,
    'no exception: ' || contents
)
from (
    values
    ('''2020-01-01'', now(), now(), ''x''', '23514'),
    ('''2020-01-01'', now(), ''infinity'', ''x''', '23514'),
    ('''2020-01-01'', now(), now() + interval ''1 day'', null', '23502'),
    ('''2020-01-02'', now(), now() + interval ''1 day'', ''x''', '23514')
) as given (contents, sqlstate);
select lives_ok(
    format('select pg_temp.act_as(''dabiao_office'', %L)', format(
        'insert into intake.window_exception (district_id, period, closes_at, reason) values (%s, ''2020-01-01'', now() + interval ''1 day'', ''x'')',
        :district_id
    )),
    'the office makes one'
);
select throws_ok(
    format('select pg_temp.act_as(%L, %L)', role_name, format(
        'insert into intake.window_exception (district_id, period, closes_at, reason%s) values (%s, ''2020-01-01'', now() + interval ''1 day'', ''x''%s)',
        columns, :district_id, contents
    )),
    '42501',
    null,
    format('%s may not make one%s', role_name, contents)
)
from (
    values ('dabiao_office', ', opens_at', ', now() - interval ''1 day'''), ('dabiao_job', '', '')
) as given (role_name, columns, contents);

select * from finish();

rollback;
