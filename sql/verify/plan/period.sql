-- Verify dabiao:plan/period on pg

select date '2020-06-01'::plan.period;
