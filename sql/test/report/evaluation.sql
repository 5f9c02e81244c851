-- Nothing that is no number is published, and a published row stands.

begin;

\ir ../fixture/act_as.psql
\ir ../fixture/district.psql

select plan(14);

insert into report.run (district_id, year, version, period, as_of, program_version)
values (:district_id, 2020, 1, '2020-06-01', now(), '0')
returning run_id \gset

create function pg_temp.row_(run_id bigint, columns text, contents text) returns text
language sql
return (
    select format(
        'insert into report.evaluation (district_id, run_id, ordinal, indicator, verdict, light, rule, provisional, worst_place, %s) values (%s, %s, 1, ''1.1.1'', ''on_track'', ''green'', 8, false, 1, %s)',
        columns, district_id, run_id, contents
    )
    from intake.batch
);

select throws_ok(pg_temp.row_(:run_id, columns, contents), '23514', null, format('%s are not %s', columns, contents))
from (
    values
    ('actual', '''NaN'''),
    ('gap, actual', '1, ''Infinity'''),
    ('projected', '''-Infinity'''),
    ('score_weight, score_term', '1, ''NaN'''),
    ('score_weight', '1'),
    ('score_term', '1'),
    ('figure_period', '''5874897-01-01'''),
    ('stage', '''begun''')
) as given (columns, contents);
select lives_ok(
    format('select pg_temp.act_as(''dabiao_job'', %L)', pg_temp.row_(:run_id, 'actual, score_weight, score_term', '1, 2, 200')),
    'the job adds a row'
);
select throws_ok(
    format('select pg_temp.act_as(%L, %L)', role_name, statement),
    '42501',
    null,
    format('%s may not: %s', role_name, statement)
)
from unnest(array['dabiao_office', 'dabiao_job']) as role_name
cross join unnest(array['update report.evaluation set actual = 1', 'delete from report.evaluation']) as statement;
select is(score_term::text, '200.' || repeat('0', 60), 'a term of a score has its 60 decimals') from report.evaluation;

select * from finish();

rollback;
