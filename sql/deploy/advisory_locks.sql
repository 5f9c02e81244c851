-- Deploy dabiao:advisory_locks to pg
-- requires: roles
-- Any login may take any advisory lock unless this is said: an analyst could hold off the monthly run for ever.

begin;

do $locks$
declare
    lock_function regprocedure;
begin
    for lock_function in
        select oid::regprocedure
        from pg_catalog.pg_proc
        where
            pronamespace = 'pg_catalog'::regnamespace
            and proname ~ '^pg_(try_)?advisory_(xact_)?lock(_shared)?$'
    loop
        execute format('revoke execute on function %s from public', lock_function);
        execute format('grant execute on function %s to dabiao_owner', lock_function);
    end loop;
end
$locks$;

-- Two keys for a run, one for intake: the two never meet.
grant execute on function pg_catalog.pg_try_advisory_lock(integer, integer) to dabiao_job;
grant execute on function pg_catalog.pg_advisory_xact_lock(bigint) to dabiao_reviewer, dabiao_submitter;

commit;
