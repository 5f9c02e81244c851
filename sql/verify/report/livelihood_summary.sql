-- Verify dabiao:report/livelihood_summary on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.livelihood_summary', 'select')::integer;
