-- Revert dabiao:plan/refresh_statistics from pg

begin;

drop function plan.refresh_statistics();

commit;
