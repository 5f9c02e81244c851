-- Revert dabiao:advisory_locks from pg

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
        execute format('revoke execute on function %s from dabiao_owner, dabiao_job, dabiao_reviewer, dabiao_submitter',
            lock_function);
        execute format('grant execute on function %s to public', lock_function);
    end loop;
end
$locks$;

commit;
