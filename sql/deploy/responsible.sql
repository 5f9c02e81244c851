-- Deploy dabiao:responsible to pg
-- requires: plan_tables

begin;

set local role dabiao_owner;

create or replace view report.responsible as
select
    district.district,
    indicator.year,
    indicator.indicator,
    indicator.name_zh,
    indicator.name_en,
    responsibility.role,
    responsibility.unit,
    unit.name_zh as unit_zh,
    unit.name_en as unit_en,
    responsibility.post,
    post_holder.name,
    post_holder.holds_from,
    post_holder.holds_to
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
comment on column report.responsible.district is 'District';
comment on column report.responsible.year is 'Plan year';
comment on column report.responsible.indicator is 'Indicator, section.item.sequence';
comment on column report.responsible.name_zh is 'Chinese name';
comment on column report.responsible.name_en is 'English name';
comment on column report.responsible.role is 'leader, lead or support';
comment on column report.responsible.unit is 'Unit, where one is named';
comment on column report.responsible.unit_zh is 'Chinese name of the unit';
comment on column report.responsible.unit_en is 'English name of the unit';
comment on column report.responsible.post is 'Post, where one is named';
comment on column report.responsible.name is 'Holder of the post';
comment on column report.responsible.holds_from is 'First day in the post';
comment on column report.responsible.holds_to is 'Last day in the post; empty while it lasts';

grant select on report.responsible to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
