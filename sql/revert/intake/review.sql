-- Revert dabiao:intake/review from pg

begin;

drop table intake.review;

commit;
