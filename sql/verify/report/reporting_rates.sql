-- Verify dabiao:report/reporting_rates on pg

select 1 / has_table_privilege('dabiao_analyst', 'report.reporting_rates', 'select')::integer;
