-- Revert dabiao:intake/submission from pg

begin;

drop table intake.submission;

commit;
