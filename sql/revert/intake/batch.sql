-- Revert dabiao:intake/batch from pg

begin;

drop table intake.batch;

commit;
