-- Revert dabiao:plan/post from pg

begin;

drop table plan.post;

commit;
