-- Revert dabiao:plan/lock_district from pg

begin;

drop function plan.lock_district(integer, text, boolean);

commit;
