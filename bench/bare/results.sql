-- The judged rows into the tables of results.

insert into report.evaluation
select
    :district_id,
    :run_id,
    row_number() over (order by place),
    indicator,
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
    pace_numerator,
    pace_denominator,
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
where reported_month = :month;

insert into report.trend_point
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
