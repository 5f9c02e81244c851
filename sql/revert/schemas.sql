-- Revert dabiao:schemas from pg

begin;

alter default privileges for role dabiao_owner grant usage on types to public;
alter default privileges for role dabiao_owner grant execute on functions to public;

drop schema report;
drop schema intake;
drop schema plan;

commit;
