-- Verify dabiao:plan/instant on pg

select timestamptz '2020-06-30 12:00:00+08'::plan.instant;
