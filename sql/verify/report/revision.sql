-- Verify dabiao:report/revision on pg

select from report.revision where false;
