-- Every table, view and column says what it holds.

begin;

select plan(3);

select is_empty(
    $$
    select format('%I.%I', n.nspname, c.relname)
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
        n.nspname in ('plan', 'intake', 'report')
        and c.relkind in ('r', 'v', 'p')
        and obj_description(c.oid, 'pg_class') is null
    $$,
    'every table and view has a comment'
);

select is_empty(
    $$
    select format('%I.%I.%I', n.nspname, c.relname, a.attname)
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid
    where
        n.nspname in ('plan', 'intake', 'report')
        and c.relkind in ('r', 'v', 'p')
        and a.attnum > 0
        and not a.attisdropped
        and col_description(c.oid, a.attnum) is null
    $$,
    'every column has a comment'
);

select is_empty(
    $$
    select format('%I.%I', n.nspname, p.proname)
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where
        n.nspname in ('plan', 'intake', 'report')
        and obj_description(p.oid, 'pg_proc') is null
    $$,
    'every function has a comment'
);

select * from finish();

rollback;
