-- Revert dabiao:plan/unlock_district from pg

begin;

drop function plan.unlock_district(integer, text);

commit;
