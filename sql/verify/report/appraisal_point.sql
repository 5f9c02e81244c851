-- Verify dabiao:report/appraisal_point on pg

select from report.appraisal_point where false;
