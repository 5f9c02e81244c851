-- Verify dabiao:plan/frequency_period on pg

select from plan.frequency_period where false;
