-- A figure stands from its month until the reporter's next one, or to the end where the months add up.
select
    due.*,
    work_plan.year,
    case
        when due.accumulation = 'monthly' then work_plan.month
        else coalesce(lead(due.month) over reporter_year - 1, work_plan.month)
    end as last_month,
    work_plan.month as reported_month,
    case
        when due.measure = 'progress' then due.progress
        when due.stage = 'completed' or due.stage = due.required_stage then 100
        when due.measure = 'milestone' then least(coalesce(due.progress, 0), 99)
    end as counted_progress,
    due.accumulation <> 'monthly' or row_number() over reporter_year = 1 as adds_reporter
from {{ ref("due") }}
join {{ ref("work_plan") }} using (district_id)
where due.is_in
window reporter_year as (
    partition by due.district_id, due.ordinal, due.unit_ordinal
    order by due.month
)
