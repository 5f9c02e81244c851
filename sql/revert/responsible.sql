-- Revert dabiao:responsible from pg

begin;

drop view report.responsible;

commit;
