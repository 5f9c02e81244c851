-- Revert dabiao:plan/frequency_period from pg

begin;

drop table plan.frequency_period;

commit;
