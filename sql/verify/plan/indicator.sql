-- Verify dabiao:plan/indicator on pg

select from plan.indicator where false;
