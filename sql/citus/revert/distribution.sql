-- Revert dabiao_citus:distribution from pg
-- Brings every table back to the coordinator, which must have room for all of them.

begin;

do $$
declare
    found record;
begin
    for found in
        select logicalrelid as table_name
        from pg_dist_partition
        where
            logicalrelid::text ~ '^(plan|intake|report)\.'
            and partmethod = 'h'
    loop
        perform undistribute_table(found.table_name, cascade_via_foreign_keys => true);
        exit;
    end loop;
end
$$;

commit;
