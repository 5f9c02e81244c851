-- Deploy dabiao:report/department_scorecard to pg
-- requires: report/label
-- requires: report/reporting_rate
-- requires: report/tally

begin;

set local role dabiao_owner;

create view report.department_scorecard as
select
    tally.district,
    tally.period,
    tally.member as unit,
    unit.name_zh,
    unit.name_en,
    trim_scale(round(tally.score, 4)) as score,
    tally.indicators,
    tally.scored_indicators,
    tally.unreported_indicators,
    tally.attained,
    tally.missed,
    tally.on_track,
    tally.behind,
    tally.off_track,
    tally.overdue,
    tally.awaiting_review,
    tally.not_due,
    tally.no_data,
    tally.not_assessable,
    tally.green,
    tally.yellow,
    tally.red,
    tally.grey,
    tally.worst_indicator,
    tally.worst_verdict,
    report.label('verdict', tally.worst_verdict) as worst_verdict_zh,
    tally.worst_pace_pct,
    trim_scale(round(100.0 * reported.submitted / reported.due, 4)) as completeness_pct,
    trim_scale(round(100.0 * reported.on_time / reported.due, 4)) as timeliness_pct,
    trim_scale(round(100.0 * reported.accepted / reported.due, 4)) as acceptance_pct
from report.tally
join plan.unit
    on
        unit.district_id = tally.district_id
        and unit.year = tally.year
        and unit.version = tally.version
        and unit.unit = tally.member
cross join lateral (
    select
        sum(reporting_rate.due) as due,
        sum(reporting_rate.submitted) as submitted,
        sum(reporting_rate.on_time) as on_time,
        sum(reporting_rate.accepted) as accepted
    from report.reporting_rate
    where
        reporting_rate.district_id = tally.district_id
        and reporting_rate.run_id = tally.run_id
        and reporting_rate.unit = tally.member
) as reported
where tally.kind = 'lead_unit'
order by
    tally.district,
    tally.period desc,
    unit.ordinal;

comment on view report.department_scorecard is
'Score, counts by verdict and light, the worst indicator and the reporting rates of each unit that leads indicators (method, section 10)';

grant select on report.department_scorecard to dabiao_analyst;

commit;
