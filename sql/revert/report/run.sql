-- Revert dabiao:report/run from pg

begin;

drop table report.run;

commit;
