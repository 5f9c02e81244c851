-- Deploy dabiao_citus:shard_grants to pg
-- requires: distribution
-- The coordinator holds each login to the columns that it was granted. It fills in what a statement leaves to defaults
-- before it sends the rows to their shards, so a role that may write or read some columns needs the whole shard. Nobody else
-- than the coordinator talks to the nodes (docs/scale.md), and nobody sends the nodes statements of his own. Shards that were
-- moved or split need this again: sqitch rebase --onto distribution.

begin;

do $$
declare
    found record;
    refused text;
begin
    for found in
        select distinct
            c.oid::regclass as table_name,
            acl.privilege_type,
            acl.grantee::regrole as grantee
        from pg_catalog.pg_class as c
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid
        cross join lateral aclexplode(a.attacl) as acl
        where
            n.nspname in ('plan', 'intake', 'report')
            and c.relkind = 'r'
            and acl.grantee <> c.relowner
        union
        -- A view's query is sent to the shards as the reader's, not as the view's owner's.
        select
            dependency.refobjid::regclass,
            'SELECT',
            acl.grantee::regrole
        from pg_catalog.pg_class as v
        join pg_catalog.pg_namespace as n on n.oid = v.relnamespace
        cross join lateral aclexplode(v.relacl) as acl
        join pg_catalog.pg_rewrite as r on r.ev_class = v.oid
        cross join lateral (
            with recursive
            used as (
                select d.refobjid
                from pg_catalog.pg_depend as d
                where
                    d.classid = 'pg_rewrite'::regclass
                    and d.objid = r.oid
                    and d.refclassid = 'pg_class'::regclass
                union
                select d.refobjid
                from used
                join pg_catalog.pg_rewrite as inner_rule on inner_rule.ev_class = used.refobjid
                join pg_catalog.pg_depend as d
                    on
                        d.classid = 'pg_rewrite'::regclass
                        and d.objid = inner_rule.oid
                        and d.refclassid = 'pg_class'::regclass
            )

            select used.refobjid
            from used
            join pg_catalog.pg_class as t on t.oid = used.refobjid
            where t.relkind = 'r'
        ) as dependency
        where
            n.nspname in ('plan', 'intake', 'report')
            and v.relkind = 'v'
            and acl.privilege_type = 'SELECT'
            and acl.grantee <> v.relowner
    loop
        select string_agg(distinct result, '; ')
        into refused
        from run_command_on_placements(
            found.table_name, format('grant %s on %%s to %s', found.privilege_type, found.grantee)
        )
        where not success;
        if refused is not null then
            raise exception 'shards of %: %', found.table_name, refused;
        end if;
        -- Its shards are no use without their schema, which alone shows nothing.
        execute format(
            'grant usage on schema %s to %s',
            (select relnamespace::regnamespace from pg_catalog.pg_class where oid = found.table_name),
            found.grantee
        );
    end loop;

    -- Statements sent to the nodes or the shards as they are written would pass by what the coordinator checks.
    for found in
        select distinct p.oid::regprocedure as signature
        from pg_catalog.pg_proc as p
        join pg_catalog.pg_depend as d
            on
                d.classid = 'pg_proc'::regclass
                and d.objid = p.oid
                and d.deptype = 'e'
        join pg_catalog.pg_extension as e on e.oid = d.refobjid
        where
            e.extname = 'citus'
            and p.proname in (
                'run_command_on_all_nodes', 'run_command_on_colocated_placements', 'run_command_on_coordinator',
                'run_command_on_placements', 'run_command_on_shards', 'run_command_on_workers', 'master_run_on_worker',
                'master_modify_multiple_shards', 'fetch_intermediate_results'
            )
    loop
        execute format('revoke execute on function %s from public', found.signature);
    end loop;
end
$$;

commit;
