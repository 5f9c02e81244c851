-- Revert dabiao:report/reporting_rate from pg

begin;

drop table report.reporting_rate;

commit;
