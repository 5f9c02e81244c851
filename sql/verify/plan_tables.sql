-- Verify dabiao:plan_tables on pg

do $verify$
begin
    assert (
        select count(*) > 0 and bool_and(c.relowner = 'dabiao_owner'::regrole)
        from pg_catalog.pg_class as c
        where
            c.relnamespace = 'plan'::regnamespace
            and c.relkind = 'r'
    ), 'the tables of plan exist and dabiao_owner owns them';
end
$verify$;
