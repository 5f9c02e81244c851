-- Verify dabiao:plan/lock_class on pg

select 1 / (plan.lock_class('run') <> plan.lock_class('intake'))::integer;
