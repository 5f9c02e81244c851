-- Revert dabiao:report/unit_ranking from pg

begin;

drop view report.unit_ranking;

commit;
