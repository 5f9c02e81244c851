-- Verify dabiao:report/attainment_history on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.attainment_history', 'select')::integer;
