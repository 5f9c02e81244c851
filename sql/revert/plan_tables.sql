-- Revert dabiao:plan_tables from pg

begin;

drop table
    plan.responsibility,
    plan.post_holder,
    plan.post,
    plan.profile,
    plan.allocation,
    plan.target,
    plan.reporter,
    plan.indicator,
    plan.section,
    plan.unit,
    plan.work_plan,
    plan.district,
    plan.frequency_period;

commit;
