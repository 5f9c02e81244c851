-- Deploy dabiao:trend to pg
-- requires: report_series

begin;

set local role dabiao_owner;

create or replace view report.trend as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    trend_point.indicator,
    indicator.name_zh,
    indicator.name_en,
    indicator.unit_of_measure,
    to_char(make_date(run.year, trend_point.month, 1), 'YYYY-MM') as month,
    trend_point.target,
    trend_point.actual,
    trend_point.attainment_pct,
    trend_point.pace_pct,
    trend_point.verdict,
    trend_point.light,
    trend_point.provisional
from report.publication
join report.run
    on
        run.district_id = publication.district_id
        and run.run_id = publication.run_id
join plan.district on district.district_id = run.district_id
join report.trend_point
    on
        trend_point.district_id = run.district_id
        and trend_point.run_id = run.run_id
join plan.indicator
    on
        indicator.district_id = run.district_id
        and indicator.year = run.year
        and indicator.version = run.version
        and indicator.indicator = trend_point.indicator
order by
    district.district,
    run.period desc,
    trend_point.ordinal,
    trend_point.month;

comment on view report.trend is
'Attainment at district level month by month up to the reported one, all on the figures of one as-of instant';
comment on column report.trend.district is 'District';
comment on column report.trend.period is 'Reported month, YYYY-MM';
comment on column report.trend.indicator is 'Indicator, section.item.sequence';
comment on column report.trend.name_zh is 'Chinese name';
comment on column report.trend.name_en is 'English name';
comment on column report.trend.unit_of_measure is 'Unit of target and actual';
comment on column report.trend.month is 'Month to whose end the row looks, YYYY-MM';
comment on column report.trend.target is 'Target or allocation that applied';
comment on column report.trend.actual is 'Actual';
comment on column report.trend.attainment_pct is 'Attainment in percent, 100 = just met';
comment on column report.trend.pace_pct is 'Attainment against expected progress in percent';
comment on column report.trend.verdict is 'Verdict (method, section 8)';
comment on column report.trend.light is 'green, yellow, red or grey';
comment on column report.trend.provisional is 'Whether figures are still missing';

grant select on report.trend to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
