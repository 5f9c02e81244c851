-- Revert dabiao:intake/period_closing from pg

begin;

drop table intake.period_closing;

commit;
