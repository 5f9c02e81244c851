-- Verify dabiao:plan/post_holder on pg

select from plan.post_holder where false;
