-- Verify dabiao:report/findings on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.findings', 'select')::integer;
