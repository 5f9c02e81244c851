-- The accepted figure of each due period at the as-of instant, with its base (method, sections 3 and 4).
-- $1 district_id, $2 year, $3 version, $4 reported month, $5 as-of instant

with
latest_review as (
    select distinct on (period, indicator, unit, revision)
        period,
        indicator,
        unit,
        revision,
        outcome
    from intake.review
    where
        district_id = $1
        and period between make_date($2 - 1, 1, 1) and make_date($2, $4, 1)
        and reviewed_at <= $5::timestamptz
    order by
        period,
        indicator,
        unit,
        revision,
        reviewed_at desc
),

accepted as (
    select distinct on (submission.period, submission.indicator, submission.unit)
        submission.*
    from intake.submission
    left join latest_review
        on
            latest_review.period = submission.period
            and latest_review.indicator = submission.indicator
            and latest_review.unit = submission.unit
            and latest_review.revision = submission.revision
    where
        submission.district_id = $1
        and submission.period between make_date($2 - 1, 1, 1) and make_date($2, $4, 1)
        and submission.submitted_at <= $5::timestamptz
        and case
            when latest_review.outcome is null then submission.accepted_at <= $5::timestamptz
            else latest_review.outcome = 'accepted'
        end
    order by
        submission.period,
        submission.indicator,
        submission.unit,
        submission.revision desc
)

insert into pg_temp.figure (
    indicator,
    unit,
    month,
    revision,
    value,
    denominator,
    base_value,
    base_denominator,
    stated_base_value,
    stated_base_denominator,
    last_value,
    last_denominator,
    stage,
    progress,
    occurred_on
)
select
    due.indicator,
    due.unit,
    due.month,
    accepted.revision,
    accepted.value,
    case when indicator.measure in ('share', 'intensity_change') then accepted.denominator end,
    case
        when indicator.measure in ('growth', 'intensity_change') then coalesce(accepted.base_value, base.value)
    end,
    case
        when indicator.measure = 'intensity_change' then coalesce(accepted.base_denominator, base.denominator)
    end,
    accepted.base_value,
    accepted.base_denominator,
    base.value,
    base.denominator,
    accepted.stage,
    accepted.progress,
    accepted.occurred_on
from pg_temp.due
join plan.indicator
    on
        indicator.district_id = $1
        and indicator.year = $2
        and indicator.version = $3
        and indicator.indicator = due.indicator
join accepted
    on
        accepted.period = make_date($2, due.month, 1)
        and accepted.indicator = due.indicator
        and accepted.unit = due.unit
left join accepted as base
    on
        base.period = make_date($2 - 1, due.month, 1)
        and base.indicator = due.indicator
        and base.unit = due.unit
