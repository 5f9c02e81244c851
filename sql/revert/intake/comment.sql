-- Revert dabiao:intake/comment from pg

begin;

drop table intake.comment;

commit;
