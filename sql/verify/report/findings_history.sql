-- Verify dabiao:report/findings_history on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.findings_history', 'select')::integer;
