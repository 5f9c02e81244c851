-- Deploy dabiao:system_functions to pg
-- requires: roles
-- Unless this is said, any login may take any number of advisory locks, until the server's lock table is full and nobody
-- can work, or hold off the monthly run for ever; and any login may make large objects.

begin;

do $functions$
declare
    signature regprocedure;
begin
    for signature in
        select oid::regprocedure
        from pg_catalog.pg_proc
        where
            pronamespace = 'pg_catalog'::regnamespace
            and (
                proname ~ '^pg_(try_)?advisory_'
                or proname in ('lo_creat', 'lo_create', 'lo_from_bytea')
            )
    loop
        execute format('revoke execute on function %s from public', signature);
    end loop;
end
$functions$;

-- What plan.lock_district and plan.unlock_district call on behalf of the job and the office.
grant execute on function
pg_catalog.pg_advisory_lock(integer, integer),
pg_catalog.pg_try_advisory_lock(integer, integer),
pg_catalog.pg_advisory_unlock(integer, integer)
to dabiao_owner;

commit;
