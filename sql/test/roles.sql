-- Four groups, each of which may do what the next may, and nobody but the owner makes anything.

begin;

select plan(9);

select ok(not rolcanlogin and not rolsuper and not rolcreaterole and not rolcreatedb, format('%s is a group', rolname))
from pg_catalog.pg_roles
where rolname in ('dabiao_owner', 'dabiao_office', 'dabiao_job', 'dabiao_analyst')
order by rolname;

select is_empty(
    $$
    select rolname
    from pg_catalog.pg_roles
    where
        rolname ~ '^dabiao_'
        and rolname not in ('dabiao_owner', 'dabiao_office', 'dabiao_job', 'dabiao_analyst')
    $$,
    'there is no other'
);
select bag_eq(
    $$
    select
        inner_role.rolname::text as what,
        outer_role.rolname::text as who
    from pg_catalog.pg_roles as inner_role
    join pg_catalog.pg_roles as outer_role on pg_has_role(outer_role.rolname, inner_role.oid, 'member')
    where
        inner_role.rolname in ('dabiao_owner', 'dabiao_office', 'dabiao_job', 'dabiao_analyst')
        and outer_role.rolname in ('dabiao_owner', 'dabiao_office', 'dabiao_job', 'dabiao_analyst')
        and inner_role.oid <> outer_role.oid
    $$,
    $$values ('dabiao_analyst', 'dabiao_job'), ('dabiao_analyst', 'dabiao_office'), ('dabiao_job', 'dabiao_office')$$,
    'the office does what the job does, the job what analysts do, and nobody what the owner does'
);
select is_empty(
    $$
    select format('%s: %s', datname, acl.privilege_type)
    from pg_catalog.pg_database
    cross join lateral aclexplode(datacl) as acl
    where
        datname = current_database()
        and acl.grantee = 0
    $$,
    'PUBLIC may not even connect'
);
select is_empty(
    $$
    select rolname || ' in ' || nspname
    from pg_catalog.pg_roles
    cross join pg_catalog.pg_namespace
    where
        rolname in ('dabiao_office', 'dabiao_job', 'dabiao_analyst')
        and nspname in ('plan', 'intake', 'report', 'public', 'sqitch', 'pg_catalog')
        and has_schema_privilege(rolname, nspname, 'create')
    $$,
    'nobody but the owner makes anything in a schema'
);
select is_empty(
    $$
    select rolname
    from pg_catalog.pg_roles
    where
        rolname in ('dabiao_office', 'dabiao_job', 'dabiao_analyst')
        and has_database_privilege(rolname, current_database(), 'create')
    $$,
    'nor a schema'
);

select * from finish();

rollback;
