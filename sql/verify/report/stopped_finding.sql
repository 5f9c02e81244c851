-- Verify dabiao:report/stopped_finding on pg

select from report.stopped_finding where false;
