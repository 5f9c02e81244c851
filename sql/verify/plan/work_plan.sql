-- Verify dabiao:plan/work_plan on pg

select from plan.work_plan where false;
