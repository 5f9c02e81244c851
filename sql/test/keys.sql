-- The same schema can be distributed by district: no key, sequence or trigger looks at another district's rows.

begin;

select plan(5);

-- Reference tables are small and shared; their own keys need no district.
create temporary table reference_table as
select unnest(array['plan.frequency_period'::regclass, 'plan.district'::regclass]) as oid;

select is_empty(
    $$
    select format('%s: %s', con.conrelid::regclass, pg_get_constraintdef(con.oid))
    from pg_catalog.pg_constraint as con
    join pg_catalog.pg_namespace as n on n.oid = con.connamespace
    join pg_catalog.pg_attribute as a
        on
            a.attrelid = con.conrelid
            and a.attnum = con.conkey[1]
    where
        n.nspname in ('plan', 'intake', 'report')
        and con.contype in ('p', 'u', 'f')
        and con.conrelid not in (select oid from reference_table)
        and a.attname <> 'district_id'
    $$,
    'every primary, unique and foreign key of a growing table begins with district_id'
);

select is_empty(
    $$
    select i.indexrelid::regclass::text
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as c on c.oid = i.indrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a
        on
            a.attrelid = i.indrelid
            and a.attnum = i.indkey[0]
    where
        n.nspname in ('plan', 'intake', 'report')
        and i.indrelid not in (select oid from reference_table)
        and a.attname <> 'district_id'
    $$,
    'every index of a growing table begins with district_id'
);

select is_empty(
    $$
    select format('%s on %s', t.tgname, t.tgrelid::regclass)
    from pg_catalog.pg_trigger as t
    join pg_catalog.pg_class as c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
        n.nspname in ('plan', 'intake', 'report')
        and not t.tgisinternal
    $$,
    'there are no triggers'
);

select is_empty(
    $$
    select format('%s.%s', a.attrelid::regclass, a.attname)
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
        n.nspname in ('plan', 'intake', 'report')
        and c.relkind = 'r'
        and a.attidentity <> ''
        and a.attrelid not in (select oid from reference_table)
        and a.atttypid <> 'bigint'::regtype
    $$,
    'identity columns of growing tables are bigint'
);

select is_empty(
    $$
    select format('%s on %s', polname, polrelid::regclass)
    from pg_catalog.pg_policy
    where not polpermissive
    $$,
    'no policy is restrictive, which a shard would take for permissive'
);

select * from finish();

rollback;
