-- The pointer of a month points at a run of that month.

begin;

\ir ../fixture/act_as.psql
\ir ../fixture/district.psql

select plan(4);

insert into report.run (district_id, year, version, period, as_of, program_version)
values (:district_id, 2020, 1, '2020-06-01', now(), '0')
returning run_id \gset

select throws_ok(
    format('insert into report.publication (district_id, period, run_id) values (%s, ''2020-07-01'', %s)', :district_id, :run_id),
    '23503',
    null,
    'a run of June is no publication of July'
);
select lives_ok(
    format(
        'select pg_temp.act_as(''dabiao_job'', ''insert into report.publication (district_id, period, run_id) values (%s, ''''2020-06-01'''', %s)'')',
        :district_id, :run_id
    ),
    '… but of June'
);
select throws_ok(
    format('select pg_temp.act_as(%L, ''delete from report.publication'')', role_name),
    '42501',
    null,
    role_name || ' withdraws none'
)
from unnest(array['dabiao_office', 'dabiao_job']) as role_name;

select * from finish();

rollback;
