-- Revert dabiao:plan/allocation from pg

begin;

drop table plan.allocation;

commit;
