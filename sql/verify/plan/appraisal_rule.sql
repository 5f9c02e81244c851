-- Verify dabiao:plan/appraisal_rule on pg

select from plan.appraisal_rule where false;
