-- Revert dabiao:unit_ranking from pg

begin;

drop view report.unit_ranking;

commit;
