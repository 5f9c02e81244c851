-- Revert dabiao:plan/measure from pg

begin;

drop domain plan.measure;

commit;
