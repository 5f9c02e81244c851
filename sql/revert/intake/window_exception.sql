-- Revert dabiao:intake/window_exception from pg

begin;

drop table intake.window_exception;

commit;
