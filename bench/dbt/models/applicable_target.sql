select distinct on (target.district_id, target.indicator)
    target.district_id,
    target.indicator,
    target.revision,
    target.value
from {{ source("plan", "target") }}
join {{ ref("work_plan") }} using (district_id, year, version)
where
    target.decided_on <= ('{{ var("as_of") }}'::timestamptz at time zone work_plan.time_zone)::date
    or target.revision = 1
order by
    target.district_id,
    target.indicator,
    target.decided_on <= ('{{ var("as_of") }}'::timestamptz at time zone work_plan.time_zone)::date desc,
    target.revision desc
