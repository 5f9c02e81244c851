-- Revert dabiao:report/responsible from pg

begin;

drop view report.responsible;

commit;
