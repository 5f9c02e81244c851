-- Revert dabiao:plan/responsibility from pg

begin;

drop table plan.responsibility;

commit;
