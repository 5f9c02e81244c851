-- The last review decides, each has its place, and none comes before its figure.

begin;

\ir ../fixture/act_as.psql
\ir ../fixture/district.psql

select plan(24);

\set table intake.review
\ir ../fixture/append_only.psql

create function pg_temp.review(columns text default '', contents text default '', decision text default 'accepted')
returns text
language sql
return (
    select format(
        'insert into intake.review (district_id, period, indicator, unit, revision, outcome%s) values (%s, ''2020-01-01'', ''1.1.1'', ''a'', 1, %L%s)',
        columns, district_id, decision, contents
    )
    from intake.batch
);

select lives_ok(
    format('select pg_temp.act_as(''dabiao_office'', %L)', pg_temp.review(columns, contents, outcome)),
    'the office reviews: ' || outcome
)
from (
    values
    (', submitted_at', ', now()', 'accepted'),
    (', submitted_at, reason', ', now(), ''口径不符''', 'returned')
) as given (columns, contents, outcome);
select results_eq(
    'select outcome from intake.review where reviewed_at <= now() order by reviewed_at desc, review_id desc limit 1',
    array['returned'],
    'of two reviews of one instant the later one decides'
);

select throws_ok(pg_temp.review(columns, contents, outcome), sqlstate, null, 'no review: ' || columns || contents)
from (
    values
    (', submitted_at, reviewed_at', ', now(), now() - interval ''1 second''', 'accepted', '23514'),
    (', submitted_at', ', now() - interval ''1 day''', 'accepted', '23503'),
    (', submitted_at, reviewed_at', ', now(), ''infinity''', 'accepted', '23514'),
    (', submitted_at', ', now()', 'returned', '23514'),
    (', submitted_at, reason', ', now(), ''  ''', 'returned', '23514')
) as given (columns, contents, outcome, sqlstate);

select throws_ok(
    format('select pg_temp.act_as(%L, %L)', role_name, pg_temp.review(', submitted_at' || columns, ', now()' || contents)),
    '42501',
    null,
    format('%s may not: %s%s', role_name, columns, contents)
)
from (
    values
    ('dabiao_office', ', reviewed_at', ', now() + interval ''1 hour'''),
    ('dabiao_office', ', reviewed_by', ', ''somebody'''),
    ('dabiao_job', '', '')
) as given (role_name, columns, contents);

select * from finish();

rollback;
