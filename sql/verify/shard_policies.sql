-- Verify dabiao:shard_policies on pg

do $verify$
begin
    assert (
        select
            count(*) = 3
            and bool_and(
                not prosecdef
                and provolatile = 's'
                and prolang = (select oid from pg_catalog.pg_language where lanname = 'plpgsql')
                and 'search_path=pg_catalog, pg_temp' = any (proconfig)
                and not has_function_privilege('public', oid, 'execute')
            )
        from pg_catalog.pg_proc
        where
            pronamespace = 'intake'::regnamespace
            and proname in ('speaks_for', 'admits', 'is_open')
    ), 'the three functions run as whoever asks, with a pinned search path, and are granted to nobody else';
end
$verify$;
