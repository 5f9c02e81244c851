-- Deploy dabiao:plan/refresh_statistics to pg
-- requires: plan/reporter
-- requires: plan/target
-- requires: plan/allocation
-- requires: plan/profile
-- requires: plan/floor
-- requires: plan/appraisal_rule
-- requires: plan/grade
-- requires: plan/post_holder
-- requires: plan/responsibility

begin;

set local role dabiao_owner;

create function plan.refresh_statistics() returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    analyze
        plan.work_plan,
        plan.unit,
        plan.section,
        plan.indicator,
        plan.reporter,
        plan.target,
        plan.allocation,
        plan.profile,
        plan.floor,
        plan.appraisal_rule,
        plan.grade,
        plan.post,
        plan.post_holder,
        plan.responsibility;
end
$$;

comment on function plan.refresh_statistics() is
'Gathers the planner''s statistics of plan, which only the owner of a table may do, for whoever loads one';

grant execute on function plan.refresh_statistics() to dabiao_office;

commit;
