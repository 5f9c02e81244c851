-- What the plan says of one row of attainment.
-- $1 district_id, $2 year, $3 version, $4 indicator, $5 unit or null for the district, $6 target revision
--
-- No unit has an empty code and no target the revision 0: a null would leave a cluster without the table's district.

select
    district.name_zh as district_zh,
    district.name_en as district_en,
    work_plan.time_zone,
    indicator.ordinal,
    indicator.name_zh,
    indicator.name_en,
    indicator.unit_of_measure,
    indicator.required_stage,
    indicator.lead_unit,
    unit.name_zh as unit_zh,
    unit.name_en as unit_en,
    target.decided_on::text as decided_on,
    target.source
from plan.indicator
join plan.district on district.district_id = indicator.district_id
join plan.work_plan
    on
        work_plan.district_id = $1
        and work_plan.year = indicator.year
        and work_plan.version = indicator.version
left join plan.unit
    on
        unit.district_id = $1
        and unit.year = indicator.year
        and unit.version = indicator.version
        and unit.unit = coalesce($5, '')
left join plan.target
    on
        target.district_id = $1
        and target.year = indicator.year
        and target.version = indicator.version
        and target.indicator = indicator.indicator
        and target.revision = coalesce($6, 0)
where
    indicator.district_id = $1
    and indicator.year = $2
    and indicator.version = $3
    and indicator.indicator = $4
