-- Revert dabiao:plan/floor from pg

begin;

drop table plan.floor;

commit;
