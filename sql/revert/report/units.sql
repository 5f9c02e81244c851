-- Revert dabiao:report/units from pg

begin;

drop view report.units;

commit;
