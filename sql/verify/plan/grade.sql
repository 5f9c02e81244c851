-- Verify dabiao:plan/grade on pg

select from plan.grade where false;
