select
    due.district_id,
    due.unit,
    make_date(work_plan.year, due.month, 1) as figure_period,
    count(*) as due,
    count(due.first_submitted_at) as submitted,
    count(*) filter (
        where (due.first_submitted_at at time zone work_plan.time_zone)::date <= least(
            (make_date(work_plan.year, due.month, 1) + interval '1 month')::date + work_plan.due_day - 1,
            (make_date(work_plan.year, due.month, 1) + interval '2 months')::date - 1
        )
    ) as on_time,
    count(*) filter (where due.is_in) as accepted
from {{ ref("due") }}
join {{ ref("work_plan") }} using (district_id)
group by
    due.district_id,
    due.unit,
    work_plan.year,
    due.month
