-- Revert dabiao:system_functions from pg

begin;

revoke execute on function
pg_catalog.pg_advisory_lock(integer, integer),
pg_catalog.pg_try_advisory_lock(integer, integer),
pg_catalog.pg_advisory_unlock(integer, integer)
from dabiao_owner;

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
        execute format('grant execute on function %s to public', signature);
    end loop;
end
$functions$;

commit;
