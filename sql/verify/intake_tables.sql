-- Verify dabiao:intake_tables on pg

do $verify$
begin
    assert (
        select count(*) > 0 and bool_and(c.relowner = 'dabiao_owner'::regrole)
        from pg_catalog.pg_class as c
        where
            c.relnamespace = 'intake'::regnamespace
            and c.relkind = 'r'
    ), 'the tables of intake exist and dabiao_owner owns them';
end
$verify$;
