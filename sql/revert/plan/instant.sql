-- Revert dabiao:plan/instant from pg

begin;

drop domain plan.instant;

commit;
