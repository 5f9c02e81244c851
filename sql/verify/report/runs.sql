-- Verify dabiao:report/runs on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.runs', 'select')::integer;
