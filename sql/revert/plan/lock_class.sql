-- Revert dabiao:plan/lock_class from pg

begin;

drop function plan.lock_class(text);

commit;
