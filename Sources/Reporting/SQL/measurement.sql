-- One row for each indicator at district level and for each unit that has an allocation: what its figures add up to
-- (method, sections 4 and 5), in plan order, the district's row before its units'.
-- $1 district_id, $2 year, $3 version, $4 reported month, $5 as-of instant

with
indicator as (
    select *
    from plan.indicator
    where
        district_id = $1
        and year = $2
        and version = $3
),

as_of as (
    select ($5::timestamptz at time zone time_zone)::date as today
    from plan.work_plan
    where
        district_id = $1
        and year = $2
        and version = $3
),

-- Before the first decision the first revision applies, so it sorts behind every decided one and before the rest.
applicable_target as (
    select distinct on (target.indicator)
        target.indicator,
        target.revision,
        target.value
    from plan.target
    cross join as_of
    where
        target.district_id = $1
        and target.year = $2
        and target.version = $3
        and (target.decided_on <= as_of.today or target.revision = 1)
    order by
        target.indicator,
        target.decided_on <= as_of.today desc,
        target.revision desc
),

reporter as (
    select
        indicator,
        unit
    from plan.reporter
    where
        district_id = $1
        and year = $2
        and version = $3
),

allocation as (
    select
        indicator,
        unit,
        value
    from plan.allocation
    where
        district_id = $1
        and year = $2
        and version = $3
),

-- Who reports for whom: all expected reporters for the district (unit null), each allocated unit for itself.
scope_reporter as (
    select
        indicator,
        null as unit,
        unit as reporter
    from reporter
    union all
    select
        indicator,
        unit,
        unit
    from allocation
),

scope as (
    select
        indicator,
        unit,
        count(*) as expected_reporters
    from scope_reporter
    group by
        indicator,
        unit
),

scope_figure as (
    select
        scope_reporter.indicator,
        scope_reporter.unit,
        scope_reporter.reporter,
        indicator.accumulation,
        indicator.measure,
        indicator.required_stage,
        figure.month,
        figure.value,
        figure.denominator,
        figure.base_value,
        figure.base_denominator,
        figure.stage,
        figure.progress,
        figure.occurred_on,
        max(figure.month) over (partition by scope_reporter.indicator, scope_reporter.unit) as figure_month,
        max(figure.month) over (
            partition by scope_reporter.indicator, scope_reporter.unit, scope_reporter.reporter
        ) as latest_month
    from scope_reporter
    join indicator on indicator.indicator = scope_reporter.indicator
    join pg_temp.figure
        on
            figure.indicator = scope_reporter.indicator
            and figure.unit = scope_reporter.reporter
    where figure.month <= $4
),

-- monthly adds every period up; cumulative and point take each reporter's latest.
accumulated as (
    select
        indicator,
        unit,
        max(figure_month) as figure_month,
        sum(value) as value,
        sum(denominator) as denominator,
        case when bool_and(base_value is not null) then sum(base_value) end as base_value,
        case when bool_and(base_denominator is not null) then sum(base_denominator) end as base_denominator,
        sum(
            case
                when measure = 'progress' then progress
                when stage = 'completed' or stage = required_stage then 100
                else least(coalesce(progress, 0), 99)
            end
        ) as progress_sum,
        count(distinct reporter) as reporters_with_figure,
        count(*) filter (where accumulation = 'monthly' or month = figure_month) as coverage_accepted,
        min(case stage when 'not_started' then 0 when 'started' then 1 when 'completed' then 2 end) as stage_rank,
        max(occurred_on) as occurred_on
    from scope_figure
    where
        accumulation = 'monthly'
        or month = latest_month
    group by
        indicator,
        unit
),

covered as (
    select
        scope_month.indicator,
        scope_month.unit,
        sum(
            (make_date($2, scope_month.month, 1) + interval '1 month')::date
            - make_date($2, frequency_period.covers_from, 1)
        ) as days
    from (
        select distinct
            indicator,
            unit,
            month
        from scope_figure
        where measure = 'daily_average'
    ) as scope_month
    join indicator on indicator.indicator = scope_month.indicator
    join plan.frequency_period
        on
            frequency_period.frequency = indicator.frequency
            and frequency_period.month = scope_month.month
    group by
        scope_month.indicator,
        scope_month.unit
)

select
    indicator.ordinal,
    indicator.indicator,
    scope.unit,
    case when scope.unit is null then applicable_target.value else allocation.value end as target,
    case when scope.unit is null then applicable_target.revision end as target_revision,
    accumulated.figure_month,
    latest_due.month as latest_due_month,
    accumulated.value,
    accumulated.denominator,
    accumulated.base_value,
    accumulated.base_denominator,
    case
        when indicator.measure <> 'daily_average' then null
        when indicator.accumulation = 'monthly' then covered.days
        else (make_date($2, accumulated.figure_month, 1) + interval '1 month')::date - make_date($2, 1, 1)
    end as days,
    accumulated.progress_sum,
    coalesce(accumulated.reporters_with_figure, 0) as reporters_with_figure,
    scope.expected_reporters,
    coalesce(accumulated.coverage_accepted, 0) as coverage_accepted,
    case
        when indicator.accumulation = 'monthly' then scope.expected_reporters * (
            select count(*)
            from plan.frequency_period
            where
                frequency_period.frequency = indicator.frequency
                and frequency_period.month <= accumulated.figure_month
        )
        else scope.expected_reporters
    end as coverage_due,
    case
        when indicator.measure <> 'milestone' then null
        when coalesce(accumulated.reporters_with_figure, 0) < scope.expected_reporters then 'not_started'
        else (array['not_started', 'started', 'completed'])[accumulated.stage_rank + 1]
    end as stage,
    accumulated.occurred_on
from scope
join indicator on indicator.indicator = scope.indicator
left join applicable_target on applicable_target.indicator = scope.indicator
left join allocation
    on
        allocation.indicator = scope.indicator
        and allocation.unit = scope.unit
left join plan.unit
    on
        unit.district_id = $1
        and unit.year = $2
        and unit.version = $3
        and unit.unit = scope.unit
left join accumulated
    on
        accumulated.indicator = scope.indicator
        and coalesce(accumulated.unit, '') = coalesce(scope.unit, '')
left join covered
    on
        covered.indicator = scope.indicator
        and coalesce(covered.unit, '') = coalesce(scope.unit, '')
left join lateral (
    select max(frequency_period.month) as month
    from plan.frequency_period
    where
        frequency_period.frequency = indicator.frequency
        and frequency_period.month <= $4
) as latest_due on true
order by
    indicator.ordinal,
    unit.ordinal nulls first
