-- The months of a district that are due at an instant, and what was published of them.
-- $1 district_id, $2 instant; empty means now, by the database's clock
--
-- A plan counts when it was first loaded before its year ended. One that was loaded later, as the year before for its bases,
-- is history: its months are published by name only.

with
instant as (
    select coalesce($2::timestamptz, statement_timestamp()) as moment
),

newest_plan as (
    select distinct on (work_plan.year)
        work_plan.year,
        work_plan.version,
        work_plan.time_zone,
        work_plan.due_day,
        work_plan.republish,
        (min(work_plan.loaded_at) over (partition by work_plan.year) at time zone work_plan.time_zone)::date as first_loaded_on,
        (instant.moment at time zone work_plan.time_zone)::date as today
    from plan.work_plan
    cross join instant
    where work_plan.district_id = $1
    order by
        work_plan.year,
        work_plan.loaded_at <= instant.moment desc,
        work_plan.version desc
),

-- As for the finding 'late': the due day of the month after, or that month's last day where it is shorter.
month as (
    select
        newest_plan.*,
        period.first_day::date as period,
        least(
            (period.first_day + interval '1 month')::date + newest_plan.due_day - 1,
            (period.first_day + interval '2 months')::date - 1
        ) as due_on
    from newest_plan
    cross join lateral generate_series(
        make_date(newest_plan.year, 1, 1)::timestamp, make_date(newest_plan.year, 12, 1)::timestamp, interval '1 month'
    ) as period (first_day)
)

select
    to_char(month.period, 'YYYY-MM') as month,
    (publication.run_id is not null)::text as is_published,
    encode(run.submissions_sha256, 'hex') as sha256
from month
left join report.publication
    on
        publication.district_id = $1
        and publication.period = month.period
left join report.run
    on
        run.district_id = publication.district_id
        and run.run_id = publication.run_id
where
    month.today > month.due_on
    and month.first_loaded_on <= make_date(month.year, 12, 31)
    and (publication.run_id is null or month.republish = 'changed')
order by month.period
