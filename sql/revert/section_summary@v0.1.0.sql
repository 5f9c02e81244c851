-- Revert dabiao:section_summary from pg

begin;

drop view report.section_summary;

commit;
