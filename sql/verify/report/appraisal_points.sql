-- Verify dabiao:report/appraisal_points on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.appraisal_points', 'select')::integer;
