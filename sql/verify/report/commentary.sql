-- Verify dabiao:report/commentary on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.commentary', 'select')::integer;
