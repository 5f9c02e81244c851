-- Revert dabiao:plan/reporter from pg

begin;

drop table plan.reporter;

commit;
