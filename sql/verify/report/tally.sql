-- Verify dabiao:report/tally on pg

select from report.tally where false;
