-- Deploy dabiao:schemas to pg
-- requires: roles

begin;

create schema plan authorization dabiao_owner;
create schema intake authorization dabiao_owner;
create schema report authorization dabiao_owner;

comment on schema plan is 'What was promised: work plans with their targets, allocations and responsibilities';
comment on schema intake is 'What departments said: files, submissions and reviews, none of them ever changed';
comment on schema report is 'What was computed and published: runs, attainment, findings and the views that analysts read';

grant usage on schema plan to dabiao_job, dabiao_reviewer, dabiao_submitter;
grant usage on schema intake to dabiao_job, dabiao_reviewer, dabiao_submitter;
grant usage on schema report to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
