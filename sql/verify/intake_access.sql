-- Verify dabiao:intake_access on pg

do $verify$
begin
    assert (
        select bool_and(c.relrowsecurity and c.relforcerowsecurity)
        from pg_catalog.pg_class as c
        where
            c.relnamespace = 'intake'::regnamespace
            and c.relkind = 'r'
            and c.relname in ('member', 'batch', 'submission', 'review')
    ), 'row-level security is forced on every table that has units in it';
    assert not has_column_privilege('dabiao_submitter', 'intake.batch', 'received_at', 'insert'),
        'a submitter leaves the clock to the server';
    assert not has_any_column_privilege('dabiao_reviewer', 'intake.submission', 'insert'),
        'the office submits nothing';
    assert not has_function_privilege('public', 'intake.speaks_for(integer, text)', 'execute'),
        'functions are nobody''s to call until they are granted';
end
$verify$;
