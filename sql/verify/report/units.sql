-- Verify dabiao:report/units on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.units', 'select')::integer;
