-- Verify dabiao:report/livelihood_projects on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.livelihood_projects', 'select')::integer;
