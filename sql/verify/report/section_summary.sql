-- Verify dabiao:report/section_summary on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.section_summary', 'select')::integer;
