-- Verify dabiao:plan/refresh_statistics on pg

select 1 / has_function_privilege('dabiao_office', 'plan.refresh_statistics()', 'execute')::integer;
