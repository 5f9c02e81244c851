-- Revert dabiao:plan/unit from pg

begin;

drop table plan.unit;

commit;
