-- What holds for every object of the three schemas: it says what it holds, PUBLIC has nothing, analysts read views alone,
-- and all of it can be distributed by district, since no key, sequence or trigger looks at another district's rows.

begin;

select plan(16);

-- Reference tables are small and shared; their own keys need no district.
create temporary table reference_table as
select unnest(array['plan.frequency_period'::regclass, 'plan.district'::regclass]) as oid;

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

select is_empty(
    $$
    select format('%s: %s', c.oid::regclass, acl.privilege_type)
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    cross join lateral aclexplode(c.relacl) as acl
    where
        n.nspname in ('plan', 'intake', 'report')
        and acl.grantee = 0
    $$,
    'PUBLIC has no privilege on any table or view'
);

select is_empty(
    $$
    select format('%s', n.nspname)
    from pg_catalog.pg_namespace as n
    cross join lateral aclexplode(n.nspacl) as acl
    where
        n.nspname in ('plan', 'intake', 'report', 'public')
        and acl.grantee = 0
    $$,
    'PUBLIC has no privilege on any schema'
);

select is_empty(
    $$
    select c.oid::regclass::text
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
        n.nspname in ('plan', 'intake', 'report')
        and c.relkind = 'r'
        and has_table_privilege('dabiao_analyst', c.oid, 'select')
    $$,
    'analysts read views, never tables'
);

select is_empty(
    $$
    select p.oid::regprocedure::text
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where
        n.nspname in ('plan', 'intake', 'report')
        and has_function_privilege('public', p.oid, 'execute')
    $$,
    'PUBLIC may call no function'
);

select is_empty(
    $$
    select p.oid::regprocedure::text
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where
        n.nspname in ('plan', 'intake', 'report')
        and p.prosecdef
        and not coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false)
    $$,
    'what runs as its definer pins where it looks names up'
);

select is_empty(
    $$
    select t.oid::regtype::text
    from pg_catalog.pg_type as t
    join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
    where
        n.nspname in ('plan', 'intake', 'report')
        and t.typtype = 'd'
        and (has_type_privilege('public', t.oid, 'usage') or obj_description(t.oid, 'pg_type') is null)
    $$,
    'PUBLIC may use no domain, and each says what it holds'
);

select is_empty(
    $$
    select format('%s: %s', polrelid::regclass, polname)
    from pg_catalog.pg_policy
    $$,
    'there is no row-level security, which planners can be asked questions about'
);

select results_eq(
    $$
    select c.oid::regclass::text
    from pg_catalog.pg_class as c
    where
        c.relnamespace = 'report'::regnamespace
        and c.relkind = 'v'
        and not has_table_privilege('dabiao_analyst', c.oid, 'select')
    $$,
    array['report.tally'],
    'analysts read every view of report but the one that the summaries are made of'
);

select is_empty(
    $$
    select format('%s.%s', a.attrelid::regclass, a.attname)
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    where
        c.relnamespace = 'report'::regnamespace
        and c.relkind = 'v'
        and a.attname in (
            'verdict', 'worst_verdict', 'previous_verdict', 'light', 'measure', 'direction', 'severity', 'code', 'role',
            'stage', 'required_stage', 'lead_unit'
        )
        and not exists (
            select
            from pg_catalog.pg_attribute as label
            where
                label.attrelid = a.attrelid
                and label.attnum = a.attnum + 1
                and label.attname = a.attname || '_zh'
        )
        and c.relname <> 'tally'
    $$,
    'a Chinese label stands beside each code'
);

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

select * from finish();

rollback;
