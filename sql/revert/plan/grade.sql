-- Revert dabiao:plan/grade from pg

begin;

drop table plan.grade;

commit;
