-- Deploy dabiao:report/responsible to pg
-- requires: plan/post_holder
-- requires: plan/responsibility
-- requires: report/label
-- requires: report/publication

begin;

set local role dabiao_owner;

create view report.responsible as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    responsibility.indicator,
    responsibility.role,
    report.label('role', responsibility.role) as role_zh,
    responsibility.unit,
    unit.name_zh as unit_zh,
    responsibility.post,
    post_holder.name as holder
from report.publication
join report.run
    on
        run.district_id = publication.district_id
        and run.run_id = publication.run_id
join plan.district on district.district_id = run.district_id
join plan.work_plan
    on
        work_plan.district_id = run.district_id
        and work_plan.year = run.year
        and work_plan.version = run.version
join plan.indicator
    on
        indicator.district_id = run.district_id
        and indicator.year = run.year
        and indicator.version = run.version
join plan.responsibility
    on
        responsibility.district_id = indicator.district_id
        and responsibility.year = indicator.year
        and responsibility.version = indicator.version
        and responsibility.indicator = indicator.indicator
left join plan.unit
    on
        unit.district_id = run.district_id
        and unit.year = run.year
        and unit.version = run.version
        and unit.unit = responsibility.unit
left join plan.post_holder
    on
        post_holder.district_id = responsibility.district_id
        and post_holder.year = responsibility.year
        and post_holder.version = responsibility.version
        and post_holder.post = responsibility.post
        and post_holder.holds_from <= (run.as_of at time zone work_plan.time_zone)::date
        and coalesce(post_holder.holds_to, 'infinity') >= (run.as_of at time zone work_plan.time_zone)::date
order by
    district.district,
    run.period desc,
    indicator.ordinal,
    array_position(array['leader', 'lead', 'support'], responsibility.role),
    unit.ordinal nulls first,
    responsibility.ordinal;

comment on view report.responsible is
'Who answers for each indicator, as last published for each month: leader, leading and supporting units, with whoever held the post on the day of the as-of instant';

grant select on report.responsible to dabiao_analyst;

commit;
