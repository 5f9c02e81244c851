-- Revert dabiao:period_windows from pg

begin;

drop policy submission_add_open on intake.submission;
drop function intake.is_open(integer, date, text, text, timestamptz);
drop table intake.period_closing, intake.window_exception;

commit;
