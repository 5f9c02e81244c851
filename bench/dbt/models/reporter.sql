select
    reporter.district_id,
    reporter.indicator,
    reporter.unit,
    unit.ordinal as unit_ordinal
from {{ source("plan", "reporter") }}
join {{ ref("work_plan") }} using (district_id, year, version)
join {{ source("plan", "unit") }} using (district_id, year, version, unit)
