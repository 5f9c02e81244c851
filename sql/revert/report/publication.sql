-- Revert dabiao:report/publication from pg

begin;

drop table report.publication;

commit;
