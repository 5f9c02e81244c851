-- Verify dabiao:fault on pg

do $verify$
begin
    assert (
        select count(*) = 1 and bool_and(c.relowner = 'dabiao_owner'::regrole and c.relforcerowsecurity)
        from pg_catalog.pg_class as c
        where c.oid = to_regclass('intake.fault')
    ), 'intake.fault exists, dabiao_owner owns it and row-level security holds for the owner too';
end
$verify$;
