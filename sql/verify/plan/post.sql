-- Verify dabiao:plan/post on pg

select from plan.post where false;
