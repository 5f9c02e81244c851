-- Verify dabiao:report/headline on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.headline', 'select')::integer;
