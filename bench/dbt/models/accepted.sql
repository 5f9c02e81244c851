select distinct on (district_id, period, indicator, unit)
    district_id,
    period,
    indicator,
    unit,
    value,
    denominator,
    base_value,
    base_denominator,
    stage,
    progress,
    occurred_on
from {{ ref("submitted") }}
where is_accepted
order by
    district_id,
    period,
    indicator,
    unit,
    revision desc
