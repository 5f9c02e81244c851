-- The plan that each district's report is made under.
select distinct on (district_id)
    district_id,
    year,
    version,
    time_zone,
    due_day,
    extract(month from '{{ var("period") }}'::date)::integer as month
from {{ source("plan", "work_plan") }}
where year = extract(year from '{{ var("period") }}'::date)
order by
    district_id,
    version desc
