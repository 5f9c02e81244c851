-- Verify dabiao:report/publication on pg

select from report.publication where false;
