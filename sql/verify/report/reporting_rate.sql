-- Verify dabiao:report/reporting_rate on pg

select from report.reporting_rate where false;
