-- Verify dabiao:plan/unlock_district on pg

select 1 / has_function_privilege('dabiao_job', 'plan.unlock_district(integer, text)', 'execute')::integer;
