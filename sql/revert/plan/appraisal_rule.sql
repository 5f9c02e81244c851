-- Revert dabiao:plan/appraisal_rule from pg

begin;

drop table plan.appraisal_rule;

commit;
