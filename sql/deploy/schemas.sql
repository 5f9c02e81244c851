-- Deploy dabiao:schemas to pg
-- requires: roles

begin;

create schema plan authorization dabiao_owner;
create schema intake authorization dabiao_owner;
create schema report authorization dabiao_owner;

comment on schema plan is 'What was promised: work plans with their targets, allocations and responsibilities';
comment on schema intake is 'What departments said: files, submissions and reviews, none of them ever changed';
comment on schema report is 'What was computed and published: runs, attainment, findings and the views that analysts read';

grant usage on schema plan, intake to dabiao_job;
grant usage on schema report to dabiao_analyst;

-- Functions and types made from here on are nobody's to use until they are granted.
alter default privileges for role dabiao_owner revoke execute on functions from public;
alter default privileges for role dabiao_owner revoke usage on types from public;

commit;
