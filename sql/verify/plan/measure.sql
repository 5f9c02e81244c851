-- Verify dabiao:plan/measure on pg

select 'ratio'::plan.measure;
