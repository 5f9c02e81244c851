-- Verify dabiao:report/evaluation on pg

select from report.evaluation where false;
