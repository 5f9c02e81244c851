-- Revert dabiao:plan/post_holder from pg

begin;

drop table plan.post_holder;

commit;
