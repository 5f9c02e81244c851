-- Every figure that is due up to the reported month, expected reporter by due period (method, sections 2 and 5), with the
-- accepted figure at the as-of instant and its base (method, sections 3 and 4) and what became of the newest revision.
-- $1 district_id, $2 year, $3 version, $4 reported month, $5 as-of instant
--
-- The submissions of the plan year are read once, those of the year before only for indicators that compare with it.
-- Every join is on equal keys, so that it can be a hash join: the caller forbids others, into which a planner without
-- statistics would otherwise run.

with
indicator as (
    select
        ordinal,
        indicator,
        measure,
        frequency
    from plan.indicator
    where
        district_id = $1
        and year = $2
        and version = $3
),

latest_review as (
    select distinct on (period, indicator, unit, revision)
        period,
        indicator,
        unit,
        revision,
        outcome,
        reason,
        reviewed_at
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
        reviewed_at desc,
        review_id desc
),

-- Numbers in place of codes make every later join and sort cheap: a series is an indicator's reporter, a place one of its
-- 24 months, those of the year before being the second twelve.
series as materialized (
    select
        indicator.ordinal,
        indicator.indicator,
        indicator.measure,
        indicator.frequency,
        unit.ordinal as unit_ordinal,
        reporter.unit,
        24 * row_number() over () as first_place
    from indicator
    join plan.reporter
        on
            reporter.district_id = $1
            and reporter.year = $2
            and reporter.version = $3
            and reporter.indicator = indicator.indicator
    join plan.unit
        on
            unit.district_id = $1
            and unit.year = $2
            and unit.version = $3
            and unit.unit = reporter.unit
),

submitted as materialized (
    select
        series.first_place
        + date_part('month', submission.period)::integer
        + case when submission.period < make_date($2, 1, 1) then 12 else 0 end as place,
        submission.revision,
        submission.value,
        submission.denominator,
        submission.base_value,
        submission.base_denominator,
        submission.stage,
        submission.progress,
        submission.occurred_on,
        submission.submitted_at,
        case
            when latest_review.outcome is not null then latest_review.outcome
            when submission.accepted_at <= $5::timestamptz then 'accepted'
            else 'awaiting'
        end as status,
        latest_review.reason,
        greatest(
            submission.submitted_at,
            case when submission.accepted_at <= $5::timestamptz then submission.accepted_at end,
            latest_review.reviewed_at
        ) as changed_at
    from intake.submission
    join series
        on
            series.indicator = submission.indicator
            and series.unit = submission.unit
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
        and (submission.period >= make_date($2, 1, 1) or series.measure in ('growth', 'intensity_change'))
),

accepted as materialized (
    select distinct on (place) *
    from submitted
    where status = 'accepted'
    order by
        place,
        revision desc
),

received as (
    select
        place,
        max(revision) as newest_revision,
        min(submitted_at) filter (where revision = 1) as first_submitted_at,
        max(changed_at) as changed_at
    from submitted
    group by place
),

expected as (
    select
        series.*,
        series.first_place + frequency_period.month as place,
        frequency_period.month,
        frequency_period.covers_from
    from series
    join plan.frequency_period on frequency_period.frequency = series.frequency
    where frequency_period.month <= $4
)

insert into pg_temp.due (
    ordinal,
    indicator,
    unit_ordinal,
    unit,
    month,
    covers_from,
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
    occurred_on,
    first_submitted_at,
    newest_revision,
    newest_submitted_at,
    newest_status,
    newest_reason,
    changed_at
)
select
    expected.ordinal,
    expected.indicator,
    expected.unit_ordinal,
    expected.unit,
    expected.month,
    expected.covers_from,
    accepted.revision,
    accepted.value,
    case when expected.measure in ('share', 'intensity_change') then accepted.denominator end,
    case
        when expected.measure in ('growth', 'intensity_change') then coalesce(accepted.base_value, base.value)
    end,
    case
        when expected.measure = 'intensity_change' then coalesce(accepted.base_denominator, base.denominator)
    end,
    accepted.base_value,
    accepted.base_denominator,
    base.value,
    base.denominator,
    accepted.stage,
    accepted.progress,
    accepted.occurred_on,
    received.first_submitted_at,
    received.newest_revision,
    newest.submitted_at,
    newest.status,
    newest.reason,
    received.changed_at
from expected
left join received on received.place = expected.place
left join accepted on accepted.place = expected.place
left join accepted as base on base.place = expected.place + 12
left join submitted as newest
    on
        newest.place = received.place
        and newest.revision = received.newest_revision
        and newest.status <> 'accepted'
