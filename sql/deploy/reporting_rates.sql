-- Deploy dabiao:reporting_rates to pg
-- requires: report_series

begin;

set local role dabiao_owner;

create or replace view report.reporting_rates as
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
comment on column report.reporting_rates.district is 'District';
comment on column report.reporting_rates.period is 'Reported month, YYYY-MM';
comment on column report.reporting_rates.unit is 'Expected reporter';
comment on column report.reporting_rates.name_zh is 'Chinese name of the unit';
comment on column report.reporting_rates.name_en is 'English name of the unit';
comment on column report.reporting_rates.figure_period is 'Period for which figures were due, YYYY-MM';
comment on column report.reporting_rates.due is 'Figures due';
comment on column report.reporting_rates.submitted is 'Of these, submitted';
comment on column report.reporting_rates.on_time is 'Of these, first submitted by the due date';
comment on column report.reporting_rates.accepted is 'Of those due, with an accepted figure';
comment on column report.reporting_rates.completeness_pct is 'Submitted out of due, in percent';
comment on column report.reporting_rates.timeliness_pct is 'Submitted by the due date out of due, in percent';
comment on column report.reporting_rates.acceptance_pct is 'Accepted out of due, in percent';

grant select on report.reporting_rates to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
