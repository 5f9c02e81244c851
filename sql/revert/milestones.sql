-- Revert dabiao:milestones from pg

begin;

drop view report.milestones;

commit;
