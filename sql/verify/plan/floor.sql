-- Verify dabiao:plan/floor on pg

select from plan.floor where false;
