-- Revert dabiao:plan/indicator from pg

begin;

drop table plan.indicator;

commit;
