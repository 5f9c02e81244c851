-- Verify dabiao:report/finding on pg

select from report.finding where false;
