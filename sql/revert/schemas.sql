-- Revert dabiao:schemas from pg

begin;

drop schema report;
drop schema intake;
drop schema plan;

commit;
