-- Deploy dabiao:plan/lock_class to pg
-- requires: schemas

begin;

set local role dabiao_owner;

create function plan.lock_class(purpose text) returns integer
language sql immutable
return case purpose when 'run' then 1684107849 when 'intake' then 1684107850 end;

comment on function plan.lock_class(text) is
'First key of the advisory locks of districts, whose second is the district: run, or intake for submissions and reviews';

grant execute on function plan.lock_class(text) to dabiao_job;

commit;
