-- Revert dabiao:report/revision from pg

begin;

drop table report.revision;

commit;
