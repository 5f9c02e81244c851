-- Verify dabiao:plan/allocation on pg

select from plan.allocation where false;
