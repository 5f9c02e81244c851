-- Revert dabiao:revisions from pg

begin;

drop view report.revisions;

commit;
