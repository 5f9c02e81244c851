-- Deploy dabiao:registry_access to pg
-- requires: roles
-- dabiao doctor compares what is deployed with what the program was built for.

begin;

grant usage on schema sqitch to dabiao_owner, dabiao_job;
grant select on sqitch.changes to dabiao_owner, dabiao_job;

commit;
