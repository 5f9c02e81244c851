-- Every figure that is due up to the reported month, expected reporter by due period (method, sections 2 and 5), with the
-- accepted figure at the as-of instant and its base (method, sections 3 and 4) and what became of the newest revision.
-- $1 district_id, $2 year, $3 version, $4 reported month, $5 as-of instant
--
-- The submissions of the plan year are read once, those of the year before only for indicators that compare with it.
-- Every join is on equal keys, so that it can be a hash join: the caller forbids nested loops, into which a planner without
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
        reviewed_at desc
),

submitted as materialized (
    select
        submission.period,
        submission.indicator,
        submission.unit,
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
        and (
            submission.period >= make_date($2, 1, 1)
            or submission.indicator in (
                select indicator
                from indicator
                where measure in ('growth', 'intensity_change')
            )
        )
),

standing as (
    select
        period,
        indicator,
        unit,
        max(revision) filter (where status = 'accepted') as revision,
        max(revision) as newest_revision,
        min(submitted_at) filter (where revision = 1) as first_submitted_at,
        max(changed_at) as changed_at
    from submitted
    group by
        period,
        indicator,
        unit
),

expected as (
    select
        indicator.ordinal,
        indicator.indicator,
        indicator.measure,
        unit.ordinal as unit_ordinal,
        reporter.unit,
        frequency_period.month,
        frequency_period.covers_from,
        make_date($2, frequency_period.month, 1) as period
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
    join plan.frequency_period on frequency_period.frequency = indicator.frequency
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
    standing.first_submitted_at,
    standing.newest_revision,
    newest.submitted_at,
    newest.status,
    newest.reason,
    standing.changed_at
from expected
left join standing
    on
        standing.period = expected.period
        and standing.indicator = expected.indicator
        and standing.unit = expected.unit
left join submitted as accepted
    on
        accepted.period = standing.period
        and accepted.indicator = standing.indicator
        and accepted.unit = standing.unit
        and accepted.revision = standing.revision
left join submitted as newest
    on
        newest.period = standing.period
        and newest.indicator = standing.indicator
        and newest.unit = standing.unit
        and newest.revision = standing.newest_revision
        and newest.status <> 'accepted'
left join standing as base_standing
    on
        base_standing.period = (expected.period - interval '1 year')::date
        and base_standing.indicator = expected.indicator
        and base_standing.unit = expected.unit
left join submitted as base
    on
        base.period = base_standing.period
        and base.indicator = base_standing.indicator
        and base.unit = base_standing.unit
        and base.revision = base_standing.revision
