-- Verify dabiao:report/appraisal on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.appraisal', 'select')::integer;
