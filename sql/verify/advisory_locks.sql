-- Verify dabiao:advisory_locks on pg

do $verify$
begin
    assert not has_function_privilege('dabiao_analyst', 'pg_try_advisory_lock(integer, integer)', 'execute'),
        'analysts take no lock';
    assert has_function_privilege('dabiao_job', 'pg_try_advisory_lock(integer, integer)', 'execute'),
        'the job takes its own';
end
$verify$;
