-- A figure is refused by the table itself where the program would refuse it, and takes no other instant than now.

begin;

\ir ../fixture/act_as.psql
\ir ../fixture/district.psql

select plan(48);

\set table intake.submission
\ir ../fixture/append_only.psql

select lives_ok(
    'select pg_temp.act_as(''dabiao_owner'', ''update intake.submission set previous_revision = default'')',
    'the owner may lock figures, as foreign keys do'
);
select is(
    (value, revision, previous_revision, submitted_at, accepted_at),
    (1::plan.figure, 1, null::integer, now()::plan.instant, now()::plan.instant),
    '… and what the lock needs changes nothing'
)
from intake.submission;

-- A second revision, with what is given in place of what would be right.
create function pg_temp.with_(column_name text, content text) returns text
language sql
return format(
    'insert into intake.submission (district_id, period, indicator, unit, batch_id, %s) values (%s, %s)',
    array_to_string(array(
        select name from (values ('revision'), ('line'), ('value')) as given (name) where name <> column_name
    ) || column_name, ', '),
    (select format('%s, ''2020-01-01'', ''1.1.1'', ''a'', %s', district_id, batch_id) from intake.batch),
    array_to_string(array(
        select content from (values ('revision', '2'), ('line', '3'), ('value', '5')) as given (name, content)
        where name <> column_name
    ) || content, ', ')
);

select throws_ok(
    pg_temp.with_(column_name, content),
    sqlstate,
    null,
    format('%s is not %s', column_name, content)
)
from (
    values
    ('value', '''NaN''', '23514'),
    ('value', '''Infinity''', '23514'),
    ('value', '100000000000000', '23514'),
    ('value', '0.1234567', '23514'),
    ('value', 'null', '23514'),
    ('denominator', '''NaN''', '23514'),
    ('base_value', '''-Infinity''', '23514'),
    ('base_denominator', '1', '23514'),
    ('stage', '''started''', '23514'),
    ('progress', '5', '23514'),
    ('occurred_on', '''2020-01-05''', '23514'),
    ('occurred_on', '''5874897-01-01''', '23514'),
    ('line', '0', '23514'),
    ('line', '-1', '23514'),
    ('revision', '0', '23514'),
    ('revision', '-1', '23514'),
    ('revision', '1', '23505'),
    ('revision', '3', '23503'),
    ('revision', '2147483647', '23503'),
    ('accepted_at', 'now() - interval ''2 seconds''', '23514'),
    ('accepted_at', '''infinity''', '23514'),
    ('submitted_at', '''infinity''', '23514'),
    ('submitted_at', 'now() - interval ''2 seconds''', '23503')
) as given (column_name, content, sqlstate);

select throws_ok(
    format(
        'insert into intake.submission (district_id, period, indicator, unit, revision, batch_id, line, %s) values (%s, ''2020-02-01'', ''1.1.1'', ''a'', 1, %s, 2, %s)',
        columns, :district_id, :batch_id, contents
    ),
    '23514',
    null,
    format('%s are not %s', columns, contents)
)
from (
    values
    ('denominator', '1'),
    ('base_value, stage', '1, ''started'''),
    ('progress', '101'),
    ('progress', '''NaN'''),
    ('stage', '''begun''')
) as given (columns, contents);
select throws_ok(
    format(
        'insert into intake.submission (district_id, period, indicator, unit, revision, batch_id, line, value) values (%s, %L, ''1.1.1'', ''a'', 1, %s, 2, 1)',
        :district_id, period, :batch_id
    ),
    '23514',
    null,
    format('%s is no period', period)
)
from unnest(array['5874897-01-01', '2020-01-02']) as period;

select throws_ok(
    format('select pg_temp.act_as(%L, %L)', role_name, pg_temp.with_('submitted_at', 'now()')),
    '42501',
    null,
    format('%s states no instant', role_name)
)
from unnest(array['dabiao_office', 'dabiao_job']) as role_name;
select lives_ok(
    format('select pg_temp.act_as(''dabiao_job'', %L)', pg_temp.with_('note', '''x''')),
    'the job adds the next revision'
);

select * from finish();

rollback;
