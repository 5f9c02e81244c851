-- Revert dabiao:report/trend from pg

begin;

drop view report.trend;

commit;
