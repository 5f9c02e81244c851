-- Deploy dabiao:report/trend to pg
-- requires: plan/indicator
-- requires: report/label
-- requires: report/publication
-- requires: report/trend_point

begin;

set local role dabiao_owner;

create view report.trend as
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
    report.label('verdict', trend_point.verdict) as verdict_zh,
    trend_point.light,
    report.label('light', trend_point.light) as light_zh,
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

grant select on report.trend to dabiao_analyst;

commit;
