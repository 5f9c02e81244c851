-- Verify dabiao:intake_figures on pg

do $verify$
begin
    assert (
        select 'security_invoker=true' = any(reloptions)
        from pg_catalog.pg_class
        where oid = 'intake.figures'::regclass
    ), 'the view shows each reader its own rows';
end
$verify$;
