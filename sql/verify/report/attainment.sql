-- Verify dabiao:report/attainment on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.attainment', 'select')::integer;
