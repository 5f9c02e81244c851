-- The one way to an advisory lock takes the two of a district there is, and nothing else.

begin;

\ir ../fixture/act_as.psql
\ir ../fixture/district.psql

select plan(12);

create function pg_temp.held() returns bigint
language sql
return (
    select count(*)
    from pg_catalog.pg_locks
    where
        locktype = 'advisory'
        and pid = pg_backend_pid()
);

select lives_ok(
    format('select pg_temp.act_as(''dabiao_job'', ''select plan.lock_district(%s, ''''%s'''', false)'')', :district_id, purpose),
    'the job takes the lock for ' || purpose
)
from unnest(array['run', 'intake']) as purpose;
select is(pg_temp.held(), 2::bigint, 'they are two');
select ok(plan.lock_district(:district_id, 'run', true), 'the same session may take it again');
select is(pg_temp.held(), 2::bigint, '… which is no third');
select ok(plan.unlock_district(:district_id, 'run'), 'it gives one back');
select ok(plan.unlock_district(:district_id, 'run'), '… and the other');
select is(pg_temp.held(), 1::bigint, 'the other purpose''s is held still');
select throws_ok(
    format('select plan.lock_district(%s + n, ''run'', false) from generate_series(1, 100000) as n', :district_id),
    'P0002',
    null,
    'a district that is not there has no lock'
);
select throws_ok(
    format('select plan.lock_district(%s, ''other'', false)', :district_id),
    '22004',
    null,
    'nor has another purpose'
);
select throws_ok(
    format('select pg_temp.act_as(''dabiao_analyst'', ''select plan.%s'')', call),
    '42501',
    null,
    'analysts are refused: ' || call
)
from unnest(array['lock_district(1, ''''run'''', false)', 'unlock_district(1, ''''run'''')']) as call;
select plan.unlock_district(:district_id, 'intake') \g /dev/null

select * from finish();

rollback;
