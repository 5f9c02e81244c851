-- Verify dabiao:period_windows on pg

do $verify$
begin
    assert (
        select count(*) = 2 and bool_and(c.relowner = 'dabiao_owner'::regrole and c.relforcerowsecurity)
        from pg_catalog.pg_class as c
        where c.oid in (to_regclass('intake.period_closing'), to_regclass('intake.window_exception'))
    ), 'the window tables exist, dabiao_owner owns them and row-level security holds for the owner too';
end
$verify$;
