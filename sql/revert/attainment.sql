-- Revert dabiao:attainment from pg

begin;

drop view report.attainment;

commit;
