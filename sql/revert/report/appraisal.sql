-- Revert dabiao:report/appraisal from pg

begin;

drop view report.appraisal;

commit;
