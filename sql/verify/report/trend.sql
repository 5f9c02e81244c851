-- Verify dabiao:report/trend on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.trend', 'select')::integer;
