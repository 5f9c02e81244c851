-- Revert dabiao:report/appraised_unit from pg

begin;

drop table report.appraised_unit;

commit;
