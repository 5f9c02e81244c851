-- Revert dabiao:report/trend_point from pg

begin;

drop table report.trend_point;

commit;
