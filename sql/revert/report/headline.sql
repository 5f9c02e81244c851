-- Revert dabiao:report/headline from pg

begin;

drop view report.headline;

commit;
