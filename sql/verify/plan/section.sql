-- Verify dabiao:plan/section on pg

select from plan.section where false;
