-- Every figure that is due up to the reported month: expected reporter by due period (method, sections 2 and 5).
-- $1 district_id, $2 year, $3 version, $4 reported month

insert into pg_temp.due (indicator, unit, month, covers_from)
select
    indicator.indicator,
    reporter.unit,
    frequency_period.month,
    frequency_period.covers_from
from plan.indicator
join plan.reporter
    on
        reporter.district_id = indicator.district_id
        and reporter.year = indicator.year
        and reporter.version = indicator.version
        and reporter.indicator = indicator.indicator
join plan.frequency_period on frequency_period.frequency = indicator.frequency
where
    indicator.district_id = $1
    and indicator.year = $2
    and indicator.version = $3
    and frequency_period.month <= $4
