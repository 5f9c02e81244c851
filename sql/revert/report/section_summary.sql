-- Revert dabiao:report/section_summary from pg

begin;

drop view report.section_summary;

commit;
