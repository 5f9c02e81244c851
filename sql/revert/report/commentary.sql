-- Revert dabiao:report/commentary from pg

begin;

drop view report.commentary;

commit;
