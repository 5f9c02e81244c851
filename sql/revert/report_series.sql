-- Revert dabiao:report_series from pg

begin;

drop table report.revision, report.trend_point, report.reporting_rate;

commit;
