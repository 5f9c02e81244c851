-- Revert dabiao:headline from pg

begin;

drop view report.headline;

commit;
