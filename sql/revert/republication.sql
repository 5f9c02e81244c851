-- Revert dabiao:republication from pg

begin;

alter table plan.work_plan drop column republish;

commit;
