-- Revert dabiao:report/revisions from pg

begin;

drop view report.revisions;

commit;
