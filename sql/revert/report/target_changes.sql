-- Revert dabiao:report/target_changes from pg

begin;

drop view report.target_changes;

commit;
