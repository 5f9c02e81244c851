-- Verify dabiao:schemas on pg

do $verify$
begin
    assert (
        select count(*) = 3
        from pg_catalog.pg_namespace
        where
            nspname in ('plan', 'intake', 'report')
            and nspowner = 'dabiao_owner'::regrole
    ), 'the three schemas exist and dabiao_owner owns them';
    assert not has_schema_privilege('dabiao_analyst', 'intake', 'usage'), 'analysts see nothing of intake';
    assert not has_schema_privilege('dabiao_analyst', 'plan', 'usage'), 'analysts see nothing of plan';
end
$verify$;
