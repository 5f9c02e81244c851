-- Revert dabiao:report/column_comments from pg

begin;

do $comments$
declare
    described record;
begin
    for described in
        select
            attrelid::regclass as view_name,
            attname as column_name
        from pg_catalog.pg_attribute
        join pg_catalog.pg_class on pg_class.oid = attrelid
        where
            relnamespace = 'report'::regnamespace
            and relkind = 'v'
            and attnum > 0
    loop
        execute format('comment on column %s.%I is null', described.view_name, described.column_name);
    end loop;
end
$comments$;

commit;
