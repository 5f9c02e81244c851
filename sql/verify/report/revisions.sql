-- Verify dabiao:report/revisions on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.revisions', 'select')::integer;
