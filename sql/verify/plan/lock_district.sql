-- Verify dabiao:plan/lock_district on pg

do $verify$
begin
    assert has_function_privilege('dabiao_job', 'plan.lock_district(integer, text, boolean)', 'execute');
    assert not has_function_privilege('dabiao_analyst', 'plan.lock_district(integer, text, boolean)', 'execute');
end
$verify$;
