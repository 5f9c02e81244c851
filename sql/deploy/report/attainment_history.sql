-- Deploy dabiao:report/attainment_history to pg
-- requires: plan/indicator
-- requires: report/evaluation
-- requires: report/label
-- requires: report/publication

begin;

set local role dabiao_owner;

-- The four tables that tell which rows a reader of one month of one district wants stand before the plan's: an export lets
-- the planner choose an order among four only. The units stand last: who asks for no name of one joins none.
create view report.attainment_history as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    run.run_id,
    run.as_of,
    publication.run_id is not null as is_current,
    evaluation.indicator,
    indicator.section,
    indicator.item,
    evaluation.unit,
    unit.name_zh as unit_zh,
    indicator.lead_unit,
    lead_unit.name_zh as lead_unit_zh,
    indicator.name_zh,
    indicator.name_en,
    indicator.livelihood,
    indicator.headline,
    indicator.measure,
    report.label('measure', indicator.measure) as measure_zh,
    indicator.direction,
    report.label('direction', indicator.direction) as direction_zh,
    indicator.unit_of_measure,
    evaluation.target,
    evaluation.target_revision,
    to_char(evaluation.figure_period, 'YYYY-MM') as figure_period,
    evaluation.value,
    evaluation.denominator,
    evaluation.base_value,
    evaluation.base_denominator,
    evaluation.actual,
    evaluation.gap,
    evaluation.attainment_pct,
    evaluation.expected_pct,
    evaluation.pace_pct,
    evaluation.verdict,
    report.label('verdict', evaluation.verdict) as verdict_zh,
    evaluation.light,
    report.label('light', evaluation.light) as light_zh,
    evaluation.rule,
    evaluation.coverage_pct,
    evaluation.provisional,
    evaluation.projected,
    evaluation.required_per_month,
    indicator.required_stage,
    report.label('stage', indicator.required_stage) as required_stage_zh,
    indicator.due_month,
    evaluation.stage,
    report.label('stage', evaluation.stage) as stage_zh,
    evaluation.occurred_on,
    evaluation.ordinal,
    indicator.weight,
    evaluation.tolerance,
    evaluation.relative_to,
    evaluation.first_target,
    evaluation.last_year_actual,
    evaluation.projected_last_year,
    indicator.wording
from report.run
join plan.district on district.district_id = run.district_id
left join report.publication
    on
        publication.district_id = run.district_id
        and publication.period = run.period
        and publication.run_id = run.run_id
join report.evaluation
    on
        evaluation.district_id = run.district_id
        and evaluation.run_id = run.run_id
join plan.indicator
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
left join plan.unit as lead_unit
    on
        lead_unit.district_id = run.district_id
        and lead_unit.year = run.year
        and lead_unit.version = run.version
        and lead_unit.unit = indicator.lead_unit
where run.outcome = 'published';

comment on view report.attainment_history is
'Attainment of every publication, each superseded one included; sort it by period, run_id, ordinal';

grant select on report.attainment_history to dabiao_analyst;

commit;
