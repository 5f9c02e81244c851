-- Revert dabiao:registry_access from pg

begin;

revoke select on sqitch.changes from dabiao_owner, dabiao_job;
revoke usage on schema sqitch from dabiao_owner, dabiao_job;

commit;
