-- Revert dabiao:plan/profile from pg

begin;

drop table plan.profile;

commit;
