-- Verify dabiao:report/target_changes on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.target_changes', 'select')::integer;
