-- What was due from each unit for each period, and what came (method, section 10).
-- $1 district_id, $2 year, $3 version, $4 reported month, $5 run_id

with
-- Reckoned for the months, not for each figure: a time zone is dear.
due_date as materialized (
    select
        reported.month,
        (
            least(
                (make_date($2, reported.month, 1) + interval '1 month')::date + work_plan.due_day - 1,
                (make_date($2, reported.month, 1) + interval '2 months')::date - 1
            )
            + interval '1 day'
        ) at time zone work_plan.time_zone as ends_at
    from plan.work_plan
    cross join generate_series(1, $4) as reported (month)
    where
        work_plan.district_id = $1
        and work_plan.year = $2
        and work_plan.version = $3
)

insert into report.reporting_rate (district_id, run_id, unit, figure_period, due, submitted, on_time, accepted)
select
    $1,
    $5,
    due.unit,
    make_date($2, due.month, 1),
    count(*),
    count(due.first_submitted_at),
    count(*) filter (where due.first_submitted_at < due_date.ends_at),
    count(due.revision)
from pg_temp.due
join due_date on due_date.month = due.month
group by
    due.unit,
    due.month
