-- Verify dabiao:roles on pg

do $verify$
begin
    assert (
        select count(*) = 4
        from pg_catalog.pg_roles
        where
            rolname in ('dabiao_owner', 'dabiao_office', 'dabiao_job', 'dabiao_analyst')
            and not rolcanlogin
    ), 'the four group roles exist and cannot log in';
    assert pg_has_role('dabiao_office', 'dabiao_job', 'usage'), 'the office may do what the job may';
    assert pg_has_role('dabiao_job', 'dabiao_analyst', 'usage'), 'the job may do what analysts may';
    assert not pg_has_role('dabiao_office', 'dabiao_owner', 'member'), 'the office owns nothing';
    assert has_database_privilege('dabiao_analyst', current_database(), 'connect'), 'analysts may connect';
    assert not has_database_privilege('dabiao_office', current_database(), 'temporary'),
        'nobody but the owner makes temporary tables';
end
$verify$;
