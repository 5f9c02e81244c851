-- Revert dabiao:report/appraisal_points from pg

begin;

drop view report.appraisal_points;

commit;
