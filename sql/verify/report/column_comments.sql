-- Verify dabiao:report/column_comments on pg

do $verify$
begin
    assert not exists (
        select
        from pg_catalog.pg_attribute
        join pg_catalog.pg_class on pg_class.oid = attrelid
        where
            relnamespace = 'report'::regnamespace
            and relkind = 'v'
            and attnum > 0
            and col_description(attrelid, attnum) is null
    ), 'every column of every view says what it holds';
end
$verify$;
