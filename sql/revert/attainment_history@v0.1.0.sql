-- Revert dabiao:attainment_history from pg

begin;

drop view report.attainment_history;

commit;
