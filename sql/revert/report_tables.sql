-- Revert dabiao:report_tables from pg

begin;

drop table report.publication, report.finding, report.evaluation, report.run;

commit;
