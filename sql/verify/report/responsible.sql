-- Verify dabiao:report/responsible on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.responsible', 'select')::integer;
