-- Revert dabiao:runs from pg

begin;

drop view report.runs;

commit;
