-- Revert dabiao:plan/figure from pg

begin;

drop domain plan.figure;

commit;
