-- Verify dabiao:report/unit_ranking on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.unit_ranking', 'select')::integer;
