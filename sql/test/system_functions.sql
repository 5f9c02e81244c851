-- Nobody can fill the lock table or store large objects.

begin;

\ir fixture/act_as.psql
\ir fixture/district.psql

select plan(16);

select is_empty(
    $$
    select rolname || ' ' || p.oid::regprocedure
    from pg_catalog.pg_proc as p
    cross join pg_catalog.pg_roles
    where
        rolname in ('dabiao_office', 'dabiao_job', 'dabiao_analyst')
        and pronamespace = 'pg_catalog'::regnamespace
        and (proname ~ 'advisory' or proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import', 'lo_export'))
        and has_function_privilege(rolname, p.oid, 'execute')
    $$,
    'no advisory lock but through plan.lock_district, and no large object'
);

select throws_ok(
    format('select pg_temp.act_as(%L, %L)', role_name, statement),
    '42501',
    null,
    format('%s is refused: %s', role_name, statement)
)
from unnest(array['dabiao_office', 'dabiao_job', 'dabiao_analyst']) as role_name
cross join unnest(
    array[
        'select pg_advisory_lock(n) from generate_series(1, 100000) as n',
        'select pg_try_advisory_xact_lock_shared(1, n) from generate_series(1, 100000) as n',
        'select pg_advisory_unlock_all()',
        'select lo_create(0)',
        'select lo_from_bytea(0, ''x'')'
    ]
) as statement;

select * from finish();

rollback;
