-- Deploy dabiao:report/responsible to pg
-- requires: plan/post_holder
-- requires: plan/responsibility
-- requires: report/label

begin;

set local role dabiao_owner;

create view report.responsible as
select
    district.district,
    indicator.year,
    indicator.indicator,
    indicator.name_zh,
    indicator.name_en,
    responsibility.role,
    report.label('role', responsibility.role) as role_zh,
    responsibility.unit,
    unit.name_zh as unit_zh,
    unit.name_en as unit_en,
    responsibility.post,
    post_holder.name as holder,
    post_holder.holds_from::date,
    post_holder.holds_to::date
from plan.indicator
join plan.district on district.district_id = indicator.district_id
join plan.responsibility
    on
        responsibility.district_id = indicator.district_id
        and responsibility.year = indicator.year
        and responsibility.version = indicator.version
        and responsibility.indicator = indicator.indicator
left join plan.unit
    on
        unit.district_id = responsibility.district_id
        and unit.year = responsibility.year
        and unit.version = responsibility.version
        and unit.unit = responsibility.unit
left join plan.post_holder
    on
        post_holder.district_id = responsibility.district_id
        and post_holder.year = responsibility.year
        and post_holder.version = responsibility.version
        and post_holder.post = responsibility.post
where
    indicator.version = (
        select max(work_plan.version)
        from plan.work_plan
        where
            work_plan.district_id = indicator.district_id
            and work_plan.year = indicator.year
    )
order by
    district.district,
    indicator.year desc,
    indicator.ordinal,
    responsibility.ordinal,
    post_holder.holds_from;

comment on view report.responsible is
'Who answers for each indicator of the newest plan: leader, leading and supporting units, with the holders of the posts and their dates';

grant select on report.responsible to dabiao_analyst;

commit;
