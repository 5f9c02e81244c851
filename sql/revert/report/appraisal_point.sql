-- Revert dabiao:report/appraisal_point from pg

begin;

drop table report.appraisal_point;

commit;
