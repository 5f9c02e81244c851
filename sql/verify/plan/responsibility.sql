-- Verify dabiao:plan/responsibility on pg

select from plan.responsibility where false;
