with
scope as (
    select
        indicator.district_id,
        indicator.indicator,
        0 as unit_ordinal,
        null as unit,
        applicable_target.value as target,
        applicable_target.revision as target_revision,
        reporter.expected_reporters,
        reported.month as reported_month
    from {{ ref("indicator") }}
    join {{ ref("work_plan") }} using (district_id)
    join (
        select
            district_id,
            indicator,
            count(*) as expected_reporters
        from {{ ref("reporter") }}
        group by
            district_id,
            indicator
    ) as reporter using (district_id, indicator)
    left join {{ ref("applicable_target") }} using (district_id, indicator)
    cross join generate_series(1, work_plan.month) as reported (month)
    union all
    select
        allocation.district_id,
        allocation.indicator,
        allocation.unit_ordinal,
        allocation.unit,
        allocation.value,
        null,
        1,
        work_plan.month
    from {{ ref("allocation") }}
    join {{ ref("work_plan") }} using (district_id)
),

due_month as (
    select
        frequency_period.frequency,
        reported.month as reported_month,
        max(frequency_period.month) as latest_due_month
    from {{ source("plan", "frequency_period") }}
    join generate_series(1, 12) as reported (month) on frequency_period.month <= reported.month
    group by
        frequency_period.frequency,
        reported.month
)

select
    scope.district_id,
    indicator.year,
    indicator.version,
    indicator.ordinal,
    scope.indicator,
    scope.unit_ordinal,
    scope.unit,
    scope.target,
    scope.target_revision,
    scope.reported_month,
    accumulated.figure_month,
    due_month.latest_due_month,
    accumulated.value,
    accumulated.denominator,
    accumulated.base_value,
    accumulated.base_denominator,
    case
        when indicator.measure <> 'daily_average' then null
        when indicator.accumulation = 'monthly' then accumulated.covered_days
        else
            (make_date(indicator.year, accumulated.figure_month, 1) + interval '1 month')::date
            - make_date(indicator.year, 1, 1)
    end as days,
    accumulated.progress_sum,
    coalesce(accumulated.reporters_with_figure, 0) as reporters_with_figure,
    scope.expected_reporters,
    coalesce(accumulated.coverage_accepted, 0) as coverage_accepted,
    case
        when indicator.accumulation = 'monthly' then scope.expected_reporters * (
            select count(*)
            from {{ source("plan", "frequency_period") }}
            where
                frequency_period.frequency = indicator.frequency
                and frequency_period.month <= accumulated.figure_month
        )
        else scope.expected_reporters
    end as coverage_due,
    case
        when indicator.measure <> 'milestone' then null
        when coalesce(accumulated.reporters_with_figure, 0) < scope.expected_reporters then 'not_started'
        else (array['not_started', 'started', 'completed'])[accumulated.stage_rank]
    end as stage,
    accumulated.occurred_on,
    indicator.measure,
    indicator.direction,
    indicator.due_month,
    indicator.behind_floor
from scope
join {{ ref("indicator") }} using (district_id, indicator)
left join due_month
    on
        due_month.frequency = indicator.frequency
        and due_month.reported_month = scope.reported_month
left join {{ ref("accumulated") }}
    on
        accumulated.district_id = scope.district_id
        and accumulated.ordinal = indicator.ordinal
        and accumulated.unit_ordinal = scope.unit_ordinal
        and accumulated.reported_month = scope.reported_month
