-- Deploy dabiao:plan/lock_district to pg
-- requires: plan/district
-- requires: plan/lock_class
-- requires: system_functions
-- The only way to an advisory lock: two for each district there is, so that nobody can fill the server's lock table.

begin;

set local role dabiao_owner;

create function plan.lock_district(of_district integer, purpose text, waits boolean) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '2min'
as $$
declare
    lock_class constant integer not null := plan.lock_class(purpose);
begin
    if not exists (select from plan.district where district_id = of_district) then
        raise no_data_found using message = format('there is no district %s', of_district);
    end if;
    if not waits then return pg_try_advisory_lock(lock_class, of_district); end if;
    perform pg_advisory_lock(lock_class, of_district);
    return true;
exception
    when lock_not_available then return false;
end
$$;

comment on function plan.lock_district(integer, text, boolean) is
'Takes the lock of a district for run or intake until it is given back or the session ends, waiting two minutes for it or not at all; whether it was taken';

grant execute on function plan.lock_district(integer, text, boolean) to dabiao_job;

commit;
