-- The submissions that one row of attainment is made of, as the run took them (method, sections 3 and 4).
-- $1 district_id, $2 year, $3 version, $4 indicator, $5 unit or null for the district, $6 as-of instant

with
reported as (
    select
        figure.*,
        max(figure.month) over (partition by figure.unit) as latest_month
    from pg_temp.due as figure
    where
        figure.revision is not null
        and figure.indicator = $4
        and ($5::text is null or figure.unit = $5)
),

counted as (
    select reported.*
    from reported
    join plan.indicator
        on
            indicator.district_id = $1
            and indicator.year = $2
            and indicator.version = $3
            and indicator.indicator = $4
    where
        indicator.accumulation = 'monthly'
        or reported.month = reported.latest_month
)

select
    counted.unit,
    unit.name_zh,
    unit.name_en,
    to_char(submission.period, 'YYYY-MM') as period,
    counted.revision,
    trim_scale(counted.value) as value,
    trim_scale(counted.denominator) as denominator,
    trim_scale(counted.base_value) as base_value,
    case
        when counted.base_value is null then null
        when counted.stated_base_value is null then 'last_year'
        else 'stated'
    end as base_value_from,
    trim_scale(counted.base_denominator) as base_denominator,
    case
        when counted.base_denominator is null then null
        when counted.stated_base_denominator is null then 'last_year'
        else 'stated'
    end as base_denominator_from,
    counted.stage,
    trim_scale(counted.progress) as progress,
    counted.occurred_on::text as occurred_on,
    submission.note,
    to_char(submission.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as submitted_at,
    to_char(submission.submitted_at at time zone work_plan.time_zone, 'YYYY-MM-DD HH24:MI:SS') as submitted_at_local,
    batch.received_by as submitted_by,
    batch.file_name as file,
    submission.line,
    to_char(acceptance.accepted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as accepted_at,
    to_char(acceptance.accepted_at at time zone work_plan.time_zone, 'YYYY-MM-DD HH24:MI:SS') as accepted_at_local,
    latest_review.reviewed_by as accepted_by
from counted
join plan.work_plan
    on
        work_plan.district_id = $1
        and work_plan.year = $2
        and work_plan.version = $3
join plan.unit
    on
        unit.district_id = $1
        and unit.year = $2
        and unit.version = $3
        and unit.unit = counted.unit
join intake.submission
    on
        submission.district_id = $1
        and submission.period = make_date($2, counted.month, 1)
        and submission.indicator = counted.indicator
        and submission.unit = counted.unit
        and submission.revision = counted.revision
join intake.batch
    on
        batch.district_id = submission.district_id
        and batch.batch_id = submission.batch_id
left join lateral (
    select
        review.reviewed_at,
        review.reviewed_by
    from intake.review
    where
        review.district_id = submission.district_id
        and review.period = submission.period
        and review.indicator = submission.indicator
        and review.unit = submission.unit
        and review.revision = submission.revision
        and review.reviewed_at <= $6::timestamptz
    order by review.reviewed_at desc
    limit 1
) as latest_review on true
cross join lateral (
    select coalesce(latest_review.reviewed_at, submission.accepted_at) as accepted_at
) as acceptance
order by
    unit.ordinal,
    counted.month
