-- Verify dabiao:report/appraised_unit on pg

select from report.appraised_unit where false;
