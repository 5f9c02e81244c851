-- Deploy dabiao:plan/unlock_district to pg
-- requires: plan/lock_district

begin;

set local role dabiao_owner;

create function plan.unlock_district(of_district integer, purpose text) returns boolean
language sql security definer
set search_path = pg_catalog, pg_temp
return pg_advisory_unlock(plan.lock_class(purpose), of_district);

comment on function plan.unlock_district(integer, text) is
'Gives back the lock that plan.lock_district took; whether the session held it';

grant execute on function plan.unlock_district(integer, text) to dabiao_job;

commit;
