-- Deploy dabiao:report/reporting_rates to pg
-- requires: plan/unit
-- requires: report/publication
-- requires: report/reporting_rate

begin;

set local role dabiao_owner;

create view report.reporting_rates as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    reporting_rate.unit,
    unit.name_zh,
    unit.name_en,
    to_char(reporting_rate.figure_period, 'YYYY-MM') as figure_period,
    reporting_rate.due,
    reporting_rate.submitted,
    reporting_rate.on_time,
    reporting_rate.accepted,
    trim_scale(round(100.0 * reporting_rate.submitted / reporting_rate.due, 4)) as completeness_pct,
    trim_scale(round(100.0 * reporting_rate.on_time / reporting_rate.due, 4)) as timeliness_pct,
    trim_scale(round(100.0 * reporting_rate.accepted / reporting_rate.due, 4)) as acceptance_pct
from report.publication
join report.run
    on
        run.district_id = publication.district_id
        and run.run_id = publication.run_id
join plan.district on district.district_id = run.district_id
join report.reporting_rate
    on
        reporting_rate.district_id = run.district_id
        and reporting_rate.run_id = run.run_id
join plan.unit
    on
        unit.district_id = run.district_id
        and unit.year = run.year
        and unit.version = run.version
        and unit.unit = reporting_rate.unit
order by
    district.district,
    run.period desc,
    unit.ordinal,
    reporting_rate.figure_period;

comment on view report.reporting_rates is
'What was due from each unit for each period of the year and what came, as last published for each month';

grant select on report.reporting_rates to dabiao_analyst;

commit;
