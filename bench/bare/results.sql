-- The judged rows into the tables of results.

insert into report.evaluation (
    district_id,
    run_id,
    ordinal,
    indicator,
    unit,
    target,
    target_revision,
    figure_period,
    value,
    denominator,
    base_value,
    base_denominator,
    actual,
    gap,
    attainment_pct,
    expected_pct,
    pace_pct,
    score_weight,
    score_term,
    worst_place,
    verdict,
    light,
    rule,
    coverage_pct,
    provisional,
    projected,
    required_per_month,
    stage,
    occurred_on
)
select
    :district_id,
    :run_id,
    row_number() over (order by place),
    judged_row.indicator,
    unit,
    trim_scale(target),
    target_revision,
    figure_period,
    value,
    denominator,
    base_value,
    base_denominator,
    actual,
    gap,
    attainment_pct,
    expected_pct,
    pace_pct,
    case when exact_pace is not null then weight end,
    case when exact_pace is not null then weight * least(exact_pace, 100) end,
    row_number() over (
        order by
            case
                when verdict in ('missed', 'off_track') then 1
                when verdict = 'behind' then 2
                when verdict in ('attained', 'on_track') then 4
                else 3
            end,
            exact_pace,
            place
    ),
    verdict,
    case
        when verdict in ('not_due', 'no_data', 'not_assessable', 'overdue') then 'grey'
        when verdict in ('attained', 'on_track') then 'green'
        when verdict = 'behind' then 'yellow'
        else 'red'
    end,
    rule,
    coverage_pct,
    provisional,
    projected,
    required_per_month,
    stage,
    occurred_on
from judged_row
join (
    select
        indicator.indicator as weighed,
        indicator.weight
    from report.run
    join plan.indicator using (district_id, year, version)
    where
        district_id = :district_id
        and run_id = :run_id
) as weight on weighed = judged_row.indicator
where reported_month = :month;

insert into report.trend_point (
    district_id,
    run_id,
    ordinal,
    month,
    indicator,
    target,
    actual,
    attainment_pct,
    pace_pct,
    verdict,
    light,
    provisional
)
select
    :district_id,
    :run_id,
    ordinal,
    reported_month,
    indicator,
    trim_scale(target),
    actual,
    attainment_pct,
    pace_pct,
    verdict,
    case
        when verdict in ('not_due', 'no_data', 'not_assessable', 'overdue') then 'grey'
        when verdict in ('attained', 'on_track') then 'green'
        when verdict = 'behind' then 'yellow'
        else 'red'
    end,
    provisional
from judged_row
where unit is null;
