-- Revert dabiao:plan/work_plan from pg

begin;

drop table plan.work_plan;

commit;
