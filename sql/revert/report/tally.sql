-- Revert dabiao:report/tally from pg

begin;

drop view report.tally;

commit;
