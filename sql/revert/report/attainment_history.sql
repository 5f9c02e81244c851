-- Revert dabiao:report/attainment_history from pg

begin;

drop view report.attainment_history;

commit;
