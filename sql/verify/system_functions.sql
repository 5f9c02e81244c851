-- Verify dabiao:system_functions on pg

do $verify$
begin
    assert not exists (
        select
        from pg_catalog.pg_proc
        where
            pronamespace = 'pg_catalog'::regnamespace
            and (
                proname ~ '^pg_(try_)?advisory_'
                or proname in ('lo_creat', 'lo_create', 'lo_from_bytea')
            )
            and has_function_privilege('public', oid, 'execute')
    ), 'PUBLIC takes no advisory lock and makes no large object';
end
$verify$;
