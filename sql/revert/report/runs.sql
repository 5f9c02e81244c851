-- Revert dabiao:report/runs from pg

begin;

drop view report.runs;

commit;
