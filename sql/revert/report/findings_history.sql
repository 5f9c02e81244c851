-- Revert dabiao:report/findings_history from pg

begin;

drop view report.findings_history;

commit;
