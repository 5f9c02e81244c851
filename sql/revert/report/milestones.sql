-- Revert dabiao:report/milestones from pg

begin;

drop view report.milestones;

commit;
