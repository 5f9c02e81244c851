-- The judgement of the method (sections 4 to 9) in numeric, over measured rows: what a careful analyst would write who has
-- no program. Quotients are kept as numerator and denominator, both multiplied out, so that every comparison is exact, and
-- divided once. Follows measurement.sql as a CTE `measured`.
-- $1 district_id, $2 year, $3 version, $4 reported month, $5 as-of instant

profile_at as (
    select
        indicator.ordinal,
        reached.month,
        coalesce(
            (
                select profile.cumulative_pct
                from plan.profile
                where
                    profile.district_id = $1
                    and profile.year = $2
                    and profile.version = $3
                    and profile.indicator = indicator.indicator
                    and profile.month <= reached.month
                order by profile.month desc
                limit 1
            ), 0
        ) as percentage
    from (
        select distinct indicator
        from plan.profile
        where
            district_id = $1
            and year = $2
            and version = $3
    ) as profiled
    join plan.indicator
        on
            indicator.district_id = $1
            and indicator.year = $2
            and indicator.version = $3
            and indicator.indicator = profiled.indicator
    cross join generate_series(1, 12) as reached (month)
),

defined as (
    select
        measured.*,
        row_number() over () as place,
        indicator.measure,
        indicator.direction,
        indicator.due_month,
        coalesce(
            indicator.behind_floor,
            case
                when indicator.measure in ('total', 'milestone', 'progress') then 90
                when indicator.measure in ('share', 'stock', 'daily_average') then 95
                else 98
            end
        ) as floor,
        indicator.measure in ('milestone', 'progress')
        or (indicator.measure = 'total' and indicator.direction = 'at_least') as grows,
        measured.coverage_accepted < measured.coverage_due
        or measured.figure_month < measured.latest_due_month as is_provisional
    from measured
    join plan.indicator
        on
            indicator.district_id = $1
            and indicator.year = $2
            and indicator.version = $3
            and indicator.ordinal = measured.ordinal
),

levelled as (
    select
        defined.*,
        case
            when not grows then 100
            when profile_at.percentage is not null then profile_at.percentage
            when figure_month >= due_month then 100
            else figure_month * 100
        end as expected_n,
        case
            when not grows or profile_at.percentage is not null or figure_month >= due_month then 1
            else due_month
        end as expected_d,
        case
            when measure in ('total', 'stock', 'growth', 'daily_average') then value
            when measure = 'share' and denominator > 0 then value * 100
            when measure = 'intensity_change' and denominator > 0 then value
            when measure in ('milestone', 'progress') then
                case
                    when reporters_with_figure < expected_reporters
                        then least(progress_sum, 99 * reporters_with_figure)
                    else progress_sum
                end
        end as level_n,
        case
            when measure in ('total', 'stock', 'growth') then 1
            when measure in ('share', 'intensity_change') then denominator
            when measure = 'daily_average' then days
            else reporters_with_figure
        end as level_d,
        case
            when measure = 'growth' then case when base_value > 0 then base_value * (100 + target) end
            when measure = 'intensity_change'
                then case when base_value > 0 and base_denominator > 0 then base_value * (100 + target) end
            when measure in ('milestone', 'progress') then 100
            else target
        end as required_n,
        case
            when measure = 'growth' then 100
            when measure = 'intensity_change' then base_denominator * 100
            else 1
        end as required_d
    from defined
    left join profile_at
        on
            profile_at.ordinal = defined.ordinal
            and profile_at.month = defined.figure_month
),

compared as (
    select
        levelled.*,
        case
            when direction = 'at_most' then case when level_n > 0 then required_n * level_d end
            when required_n > 0 then level_n * required_d
        end as ratio_n,
        case
            when direction = 'at_most' then case when level_n > 0 then level_n * required_d end
            when required_n > 0 then level_d * required_n
        end as ratio_d,
        direction = 'at_most' and level_n <= 0 and required_n is not null as meets_by_level,
        case
            when measure in ('total', 'stock') then value
            when measure = 'growth' then (value / nullif(base_value, 0) - 1) * 100
            when measure = 'share' then value / nullif(denominator, 0) * 100
            when measure = 'intensity_change'
                then (value * base_denominator / nullif(denominator * base_value, 0) - 1) * 100
            when measure = 'daily_average' then value / nullif(days, 0)
            when figure_month is not null then level_n / nullif(level_d, 0)
        end as actual
    from levelled
),

met as (
    select
        compared.*,
        latest_due_month is not null and figure_month is not null as has_figure,
        ratio_n is not null or coalesce(meets_by_level, false) as is_assessable,
        case when ratio_n is not null then ratio_n >= ratio_d else meets_by_level end as is_met,
        case when expected_n > 0 then ratio_n * 10000 * expected_d end as pace_n,
        case when expected_n > 0 then ratio_d * expected_n end as pace_d
    from compared
),

judged as (
    select
        met.*,
        case
            when latest_due_month is null then 1
            when figure_month is null then 2
            when not is_assessable then 3
            when grows and is_met then 4
            when measure = 'total' and direction = 'at_most' and not is_met then 5
            when figure_month < latest_due_month then 6
            when reported_month >= due_month and not is_provisional then 7
            else 8
        end as rule
    from met
)

select
    place,
    ordinal,
    indicator,
    unit,
    target,
    target_revision,
    reported_month,
    case when has_figure then make_date($2, figure_month, 1) end as figure_period,
    case when has_figure and measure not in ('milestone', 'progress') then trim_scale(value) end as value,
    case
        when not has_figure then null
        when measure in ('share', 'intensity_change') then trim_scale(denominator)
        when measure = 'daily_average' then days::numeric
    end as denominator,
    case when has_figure and measure in ('growth', 'intensity_change') then trim_scale(base_value) end as base_value,
    case when has_figure and measure = 'intensity_change' then trim_scale(base_denominator) end as base_denominator,
    case
        when not has_figure then null
        when measure in ('total', 'stock') then trim_scale(actual)
        else trim_scale(round(actual, 4))
    end as actual,
    case
        when not has_figure or measure in ('milestone', 'progress') then null
        when measure in ('total', 'stock') then trim_scale(actual - target)
        else trim_scale(round(actual - target, 4))
    end as gap,
    case when rule > 3 then trim_scale(round(ratio_n * 100 / ratio_d, 4)) end as attainment_pct,
    case when has_figure then trim_scale(round(expected_n * 1.0 / expected_d, 4)) end as expected_pct,
    case when rule > 3 then trim_scale(round(pace_n / pace_d, 4)) end as pace_pct,
    case when rule > 3 then div(pace_n * 1e60, pace_d) * 1e-60 end as exact_pace,
    case rule
        when 1 then 'not_due'
        when 2 then 'no_data'
        when 3 then 'not_assessable'
        when 4 then 'attained'
        when 5 then 'missed'
        when 6 then 'overdue'
        when 7 then case when is_met then 'attained' else 'missed' end
        else
            case
                when pace_n is null or pace_n >= 100 * pace_d then 'on_track'
                when pace_n >= floor * pace_d then 'behind'
                else 'off_track'
            end
    end as verdict,
    rule,
    case
        when latest_due_month is null then null
        when figure_month is null then 0
        else trim_scale(round(coverage_accepted * 100.0 / greatest(coverage_due, 1), 4))
    end as coverage_pct,
    case when latest_due_month is null then false else figure_month is null or is_provisional end as provisional,
    case
        when rule > 3 and measure = 'total' and direction = 'at_least' and expected_n > 0
            then trim_scale(round(value * 100 * expected_d / expected_n, 4))
    end as projected,
    case
        when rule > 3 and measure = 'total' and direction = 'at_least' and figure_month < due_month
            then trim_scale(round(greatest(target - value, 0) / (due_month - figure_month), 4))
    end as required_per_month,
    stage,
    occurred_on
from judged
