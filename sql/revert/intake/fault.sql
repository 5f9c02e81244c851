-- Revert dabiao:intake/fault from pg

begin;

drop table intake.fault;

commit;
