-- Revert dabiao:intake_tables from pg

begin;

drop table intake.review, intake.submission, intake.batch, intake.member;

commit;
