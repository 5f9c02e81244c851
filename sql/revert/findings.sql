-- Revert dabiao:findings from pg

begin;

drop view report.findings;

commit;
