select
    district_id,
    ordinal,
    0 as unit_ordinal,
    accumulation,
    year,
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
    min(covers_from) as covers_from,
    min(array_position(array['not_started', 'started', 'completed'], stage)) as stage_rank,
    max(occurred_on) as occurred_on
from {{ ref("standing") }}
group by
    district_id,
    ordinal,
    accumulation,
    year,
    month,
    last_month
union all
select
    standing.district_id,
    standing.ordinal,
    standing.unit_ordinal,
    standing.accumulation,
    standing.year,
    standing.month,
    standing.last_month,
    standing.reported_month,
    standing.value,
    standing.denominator,
    standing.base_value,
    standing.base_denominator,
    1,
    num_nonnulls(standing.base_value),
    num_nonnulls(standing.base_denominator),
    standing.counted_progress,
    case when standing.adds_reporter then 1 else 0 end,
    standing.covers_from,
    array_position(array['not_started', 'started', 'completed'], standing.stage),
    standing.occurred_on
from {{ ref("standing") }}
join {{ ref("allocation") }} using (district_id, indicator, unit)
where standing.last_month = standing.reported_month
