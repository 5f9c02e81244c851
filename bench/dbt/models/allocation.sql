select
    allocation.district_id,
    allocation.indicator,
    allocation.unit,
    allocation.value,
    unit.ordinal as unit_ordinal
from {{ source("plan", "allocation") }}
join {{ ref("work_plan") }} using (district_id, year, version)
join {{ source("plan", "unit") }} using (district_id, year, version, unit)
