-- What was due from each unit for each period, and what came (method, section 10).
-- $1 district_id, $2 year, $3 version, $4 reported month, $5 as-of instant, $6 run_id

with
work_plan as (
    select
        time_zone,
        due_day
    from plan.work_plan
    where
        district_id = $1
        and year = $2
        and version = $3
),

first_submission as (
    select
        due.indicator,
        due.unit,
        due.month,
        (submission.submitted_at at time zone work_plan.time_zone)::date
        <= least(
            (make_date($2, due.month, 1) + interval '1 month')::date + work_plan.due_day - 1,
            (make_date($2, due.month, 1) + interval '2 months')::date - 1
        ) as was_on_time
    from pg_temp.due
    cross join work_plan
    join intake.submission
        on
            submission.district_id = $1
            and submission.period = make_date($2, due.month, 1)
            and submission.indicator = due.indicator
            and submission.unit = due.unit
            and submission.revision = 1
            and submission.submitted_at <= $5::timestamptz
)

insert into report.reporting_rate (district_id, run_id, unit, figure_period, due, submitted, on_time, accepted)
select
    $1,
    $6,
    due.unit,
    make_date($2, due.month, 1),
    count(*),
    count(first_submission.indicator),
    count(*) filter (where first_submission.was_on_time),
    count(figure.indicator)
from pg_temp.due
left join first_submission using (indicator, unit, month)
left join pg_temp.figure using (indicator, unit, month)
where due.month <= $4
group by
    due.unit,
    due.month
