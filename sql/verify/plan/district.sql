-- Verify dabiao:plan/district on pg

select from plan.district where false;
