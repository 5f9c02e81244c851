select indicator.*
from {{ source("plan", "indicator") }}
join {{ ref("work_plan") }} using (district_id, year, version)
