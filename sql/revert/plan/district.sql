-- Revert dabiao:plan/district from pg

begin;

drop table plan.district;

commit;
