-- Revert dabiao_citus:shard_grants from pg

begin;

do $$
declare
    found record;
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
        perform run_command_on_placements(
            found.table_name, format('revoke %s on %%s from %s', found.privilege_type, found.grantee)
        );
    end loop;
end
$$;

commit;
