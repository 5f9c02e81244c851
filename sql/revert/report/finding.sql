-- Revert dabiao:report/finding from pg

begin;

drop table report.finding;

commit;
