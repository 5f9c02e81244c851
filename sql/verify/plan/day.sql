-- Verify dabiao:plan/day on pg

select date '2020-06-30'::plan.day;
