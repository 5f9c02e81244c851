-- Verify dabiao:report/department_scorecard on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.department_scorecard', 'select')::integer;
