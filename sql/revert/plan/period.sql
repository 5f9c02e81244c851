-- Revert dabiao:plan/period from pg

begin;

drop domain plan.period;

commit;
