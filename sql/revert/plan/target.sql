-- Revert dabiao:plan/target from pg

begin;

drop table plan.target;

commit;
