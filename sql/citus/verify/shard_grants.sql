-- Verify dabiao_citus:shard_grants on pg

begin;

do $$
declare
    found record;
    without text;
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
    loop
        select string_agg(shardid::text, ', ')
        into without
        from run_command_on_placements(
            found.table_name,
            format('select has_table_privilege(%L, ''%%s'', %L)', found.grantee, found.privilege_type)
        )
        where result is distinct from 't';
        if without is not null then
            raise exception '% may not % in shards % of %',
                found.grantee, found.privilege_type, without, found.table_name;
        end if;
    end loop;
end
$$;

rollback;
