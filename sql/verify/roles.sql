-- Verify dabiao:roles on pg

do $verify$
begin
    assert (
        select count(*) = 5
        from pg_catalog.pg_roles
        where
            rolname in ('dabiao_owner', 'dabiao_job', 'dabiao_reviewer', 'dabiao_submitter', 'dabiao_analyst')
            and not rolcanlogin
    ), 'the five group roles exist and cannot log in';
    assert has_database_privilege('dabiao_owner', current_database(), 'create'), 'the owner may create schemas';
    assert has_database_privilege('dabiao_analyst', current_database(), 'connect'), 'analysts may connect';
    assert not has_database_privilege('dabiao_analyst', current_database(), 'temporary'),
        'analysts may not make temporary tables';
end
$verify$;
