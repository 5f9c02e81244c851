-- Verify dabiao:plan/figure on pg

select 1.5::plan.figure;
