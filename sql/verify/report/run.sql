-- Verify dabiao:report/run on pg

select from report.run where false;
