-- Revert dabiao:report/attainment from pg

begin;

drop view report.attainment;

commit;
