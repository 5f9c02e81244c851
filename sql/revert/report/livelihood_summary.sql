-- Revert dabiao:report/livelihood_summary from pg

begin;

drop view report.livelihood_summary;

commit;
