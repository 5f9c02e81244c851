-- Revert dabiao:trend from pg

begin;

drop view report.trend;

commit;
