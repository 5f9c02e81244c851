-- Revert dabiao:report/reporting_rates from pg

begin;

drop view report.reporting_rates;

commit;
