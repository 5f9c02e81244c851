-- Deploy dabiao:report/revisions to pg
-- requires: plan/indicator
-- requires: report/evaluation
-- requires: report/label
-- requires: report/publication
-- requires: report/revision

begin;

set local role dabiao_owner;

-- The outer join keeps the plan's indicators behind the row that names one. A planner that takes the results for nearly
-- empty, as it may while they are filled, otherwise looked every indicator up in every publication.
create view report.revisions as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    evaluation.indicator,
    evaluation.unit,
    unit.name_zh as unit_zh,
    indicator.name_zh,
    indicator.name_en,
    previous_run.as_of as previous_as_of,
    previous.target as previous_target,
    evaluation.target,
    previous.actual as previous_actual,
    evaluation.actual,
    previous.attainment_pct as previous_attainment_pct,
    evaluation.attainment_pct,
    previous.verdict as previous_verdict,
    report.label('verdict', previous.verdict) as previous_verdict_zh,
    evaluation.verdict,
    report.label('verdict', evaluation.verdict) as verdict_zh,
    previous.pace_pct as previous_pace_pct,
    evaluation.pace_pct,
    previous.light as previous_light,
    report.label('light', previous.light) as previous_light_zh,
    evaluation.light,
    report.label('light', evaluation.light) as light_zh,
    revision.because
from report.publication
join report.run
    on
        run.district_id = publication.district_id
        and run.run_id = publication.run_id
join plan.district on district.district_id = run.district_id
join report.revision
    on
        revision.district_id = run.district_id
        and revision.run_id = run.run_id
join report.run as previous_run
    on
        previous_run.district_id = revision.district_id
        and previous_run.run_id = revision.previous_run_id
join report.evaluation
    on
        evaluation.district_id = revision.district_id
        and evaluation.run_id = revision.run_id
        and evaluation.ordinal = revision.ordinal
left join report.evaluation as previous
    on
        previous.district_id = revision.district_id
        and previous.run_id = revision.previous_run_id
        and previous.indicator = evaluation.indicator
        and previous.unit is not distinct from evaluation.unit
left join plan.indicator
    on
        indicator.district_id = run.district_id
        and indicator.year = run.year
        and indicator.version = run.version
        and indicator.indicator = evaluation.indicator
left join plan.unit
    on
        unit.district_id = run.district_id
        and unit.year = run.year
        and unit.version = run.version
        and unit.unit = evaluation.unit
order by
    district.district,
    run.period desc,
    revision.ordinal;

comment on view report.revisions is
'What changed since the last earlier publication of the same month, from what to what, and because of which submissions';

grant select on report.revisions to dabiao_analyst;

commit;
