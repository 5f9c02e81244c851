select
    district_id,
    ordinal,
    reported_month as month,
    indicator,
    target,
    actual,
    attainment_pct,
    pace_pct,
    verdict,
    case
        when verdict in ('not_due', 'no_data', 'not_assessable', 'overdue') then 'grey'
        when verdict in ('attained', 'on_track') then 'green'
        when verdict = 'behind' then 'yellow'
        else 'red'
    end as light,
    provisional
from {{ ref("judged") }}
where unit is null
