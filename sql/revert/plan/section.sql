-- Revert dabiao:plan/section from pg

begin;

drop table plan.section;

commit;
