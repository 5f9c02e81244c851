-- What the figures of each indicator add up to (method, sections 4 and 5): at district level at the end of every month up to
-- the reported one, and for each unit that has an allocation at the end of the reported one. In order of months and, within
-- one, in plan order, the district's row before its units'.
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

-- Before the first decision the first revision applies, so it sorts behind every decided one and before the rest.
applicable_target as (
    select distinct on (target.indicator)
        target.indicator,
        target.revision,
        target.value
    from plan.work_plan
    join plan.target
        on
            target.district_id = work_plan.district_id
            and target.year = work_plan.year
            and target.version = work_plan.version
    where
        work_plan.district_id = $1
        and work_plan.year = $2
        and work_plan.version = $3
        and (
            target.decided_on <= ($5::timestamptz at time zone work_plan.time_zone)::date
            or target.revision = 1
        )
    order by
        target.indicator,
        target.decided_on <= ($5::timestamptz at time zone work_plan.time_zone)::date desc,
        target.revision desc
),

allocation as (
    select
        indicator.ordinal,
        indicator.indicator,
        allocation.unit,
        allocation.value,
        unit.ordinal as unit_ordinal
    from plan.allocation
    join indicator on indicator.indicator = allocation.indicator
    join plan.unit
        on
            unit.district_id = allocation.district_id
            and unit.year = allocation.year
            and unit.version = allocation.version
            and unit.unit = allocation.unit
    where
        allocation.district_id = $1
        and allocation.year = $2
        and allocation.version = $3
),

due_month as (
    select
        frequency_period.frequency,
        reported.month as reported_month,
        max(frequency_period.month) as latest_due_month
    from plan.frequency_period
    join generate_series(1, $4) as reported (month) on frequency_period.month <= reported.month
    group by
        frequency_period.frequency,
        reported.month
),

-- What is to be measured: the district, as unit 0, with all its reporters, and each allocated unit as its own reporter.
scope as (
    select
        indicator.ordinal,
        indicator.indicator,
        0 as unit_ordinal,
        null as unit,
        applicable_target.value as target,
        applicable_target.revision as target_revision,
        reporter.expected_reporters,
        reported.month as reported_month
    from indicator
    join (
        select
            indicator,
            count(*) as expected_reporters
        from plan.reporter
        where
            district_id = $1
            and year = $2
            and version = $3
        group by indicator
    ) as reporter on reporter.indicator = indicator.indicator
    left join applicable_target on applicable_target.indicator = indicator.indicator
    cross join generate_series(1, $4) as reported (month)
    union all
    select
        ordinal,
        indicator,
        unit_ordinal,
        unit,
        value,
        null,
        1,
        $4
    from allocation
),

-- A figure stands from its month until the reporter's next one, or to the end where the months add up.
standing as (
    select
        figure.ordinal,
        figure.unit_ordinal,
        figure.month,
        figure.value,
        figure.denominator,
        figure.base_value,
        figure.base_denominator,
        figure.occurred_on,
        indicator.accumulation = 'monthly' as adds_up,
        indicator.accumulation <> 'monthly' or row_number() over reporter_year = 1 as adds_reporter,
        case
            when indicator.accumulation = 'monthly' and indicator.measure = 'daily_average' then figure.covers_from
        end as days_from,
        case figure.stage when 'not_started' then 0 when 'started' then 1 when 'completed' then 2 end as stage_rank,
        case
            when indicator.accumulation = 'monthly' then $4
            else coalesce(lead(figure.month) over reporter_year - 1, $4)
        end as last_month,
        case
            when indicator.measure = 'progress' then figure.progress
            when figure.stage = 'completed' or figure.stage = indicator.required_stage then 100
            when indicator.measure = 'milestone' then least(coalesce(figure.progress, 0), 99)
        end as counted_progress
    from pg_temp.due as figure
    join indicator on indicator.ordinal = figure.ordinal
    where figure.revision is not null
    window reporter_year as (
        partition by figure.ordinal, figure.unit_ordinal
        order by figure.month
    )
),

-- What stands over the same months is added up first, so that little is left to be counted again for every month.
stretch as (
    select
        ordinal,
        adds_up,
        0 as unit_ordinal,
        month,
        last_month,
        month as first_reported_month,
        sum(value) as value,
        sum(denominator) as denominator,
        sum(base_value) as base_value,
        sum(base_denominator) as base_denominator,
        count(*) as figures,
        count(base_value) as bases,
        count(base_denominator) as base_denominators,
        sum(counted_progress) as progress_sum,
        count(*) filter (where adds_reporter) as reporters,
        min(days_from) as days_from,
        min(stage_rank) as stage_rank,
        max(occurred_on) as occurred_on
    from standing
    group by
        ordinal,
        adds_up,
        month,
        last_month
    union all
    select
        standing.ordinal,
        standing.adds_up,
        standing.unit_ordinal,
        standing.month,
        standing.last_month,
        $4,
        standing.value,
        standing.denominator,
        standing.base_value,
        standing.base_denominator,
        1,
        case when standing.base_value is null then 0 else 1 end,
        case when standing.base_denominator is null then 0 else 1 end,
        standing.counted_progress,
        case when standing.adds_reporter then 1 else 0 end,
        standing.days_from,
        standing.stage_rank,
        standing.occurred_on
    from standing
    join allocation
        on
            allocation.ordinal = standing.ordinal
            and allocation.unit_ordinal = standing.unit_ordinal
    where standing.last_month = $4
),

reached as (
    select
        stretch.*,
        reported.month as reported_month,
        max(stretch.month) over (
            partition by stretch.ordinal, stretch.unit_ordinal, reported.month
        ) as figure_month
    from stretch
    cross join generate_series(stretch.first_reported_month, stretch.last_month) as reported (month)
),

accumulated as (
    select
        ordinal,
        unit_ordinal,
        reported_month,
        max(figure_month) as figure_month,
        sum(value) as value,
        sum(denominator) as denominator,
        case when sum(bases) = sum(figures) then sum(base_value) end as base_value,
        case when sum(base_denominators) = sum(figures) then sum(base_denominator) end as base_denominator,
        sum(progress_sum) as progress_sum,
        sum(reporters) as reporters_with_figure,
        sum(figures) filter (where adds_up or month = figure_month) as coverage_accepted,
        sum((make_date($2, month, 1) + interval '1 month')::date - make_date($2, days_from, 1)) as days,
        min(stage_rank) as stage_rank,
        max(occurred_on) as occurred_on
    from reached
    group by
        ordinal,
        unit_ordinal,
        reported_month
)

select
    indicator.ordinal,
    indicator.indicator,
    scope.unit,
    scope.target,
    scope.target_revision,
    accumulated.figure_month,
    due_month.latest_due_month,
    accumulated.value,
    accumulated.denominator,
    accumulated.base_value,
    accumulated.base_denominator,
    case
        when indicator.measure <> 'daily_average' then null
        when indicator.accumulation = 'monthly' then accumulated.days
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
    accumulated.occurred_on,
    scope.reported_month
from scope
join indicator on indicator.ordinal = scope.ordinal
left join due_month
    on
        due_month.frequency = indicator.frequency
        and due_month.reported_month = scope.reported_month
left join accumulated
    on
        accumulated.ordinal = scope.ordinal
        and accumulated.unit_ordinal = scope.unit_ordinal
        and accumulated.reported_month = scope.reported_month
order by
    scope.reported_month,
    scope.ordinal,
    scope.unit_ordinal
