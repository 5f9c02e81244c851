-- Verify dabiao:plan/target on pg

select from plan.target where false;
