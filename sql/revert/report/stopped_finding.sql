-- Revert dabiao:report/stopped_finding from pg

begin;

drop table report.stopped_finding;

commit;
