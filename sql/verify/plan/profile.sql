-- Verify dabiao:plan/profile on pg

select from plan.profile where false;
