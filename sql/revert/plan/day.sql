-- Revert dabiao:plan/day from pg

begin;

drop domain plan.day;

commit;
