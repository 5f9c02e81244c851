-- Revert dabiao:report/findings from pg

begin;

drop view report.findings;

commit;
