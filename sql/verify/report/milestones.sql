-- Verify dabiao:report/milestones on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.milestones', 'select')::integer;
