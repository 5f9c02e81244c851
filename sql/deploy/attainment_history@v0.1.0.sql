-- Deploy dabiao:attainment_history to pg
-- requires: report_tables

begin;

set local role dabiao_owner;

create or replace view report.attainment_history as
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
    indicator.lead_unit,
    indicator.name_zh,
    indicator.name_en,
    indicator.livelihood,
    indicator.headline,
    indicator.measure,
    indicator.direction,
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
    evaluation.light,
    evaluation.rule,
    evaluation.coverage_pct,
    evaluation.provisional,
    evaluation.projected,
    evaluation.required_per_month,
    indicator.required_stage,
    indicator.due_month,
    evaluation.stage,
    evaluation.occurred_on,
    evaluation.ordinal,
    indicator.weight,
    evaluation.pace_numerator,
    evaluation.pace_denominator
from report.run
join plan.district on district.district_id = run.district_id
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
left join report.publication
    on
        publication.district_id = run.district_id
        and publication.period = run.period
        and publication.run_id = run.run_id
where run.outcome = 'published';

comment on view report.attainment_history is
'Attainment of every publication, each superseded one included; sort it by period, run_id, ordinal';
comment on column report.attainment_history.district is 'District';
comment on column report.attainment_history.period is 'Reported month, YYYY-MM';
comment on column report.attainment_history.run_id is 'Run that was published';
comment on column report.attainment_history.as_of is 'Instant at which submissions and targets were taken';
comment on column report.attainment_history.is_current is 'Whether the run is the month''s publication now';
comment on column report.attainment_history.indicator is 'Indicator, section.item.sequence';
comment on column report.attainment_history.section is 'Section of the plan document';
comment on column report.attainment_history.item is 'Item within the section';
comment on column report.attainment_history.unit is 'Unit; empty on the district''s own row';
comment on column report.attainment_history.lead_unit is 'Unit that leads the indicator';
comment on column report.attainment_history.name_zh is 'Chinese name';
comment on column report.attainment_history.name_en is 'English name';
comment on column report.attainment_history.livelihood is 'Whether it is a livelihood project (★)';
comment on column report.attainment_history.headline is 'Whether it belongs to the headline';
comment on column report.attainment_history.measure is 'Measure (method, section 4)';
comment on column report.attainment_history.direction is 'Which side of the target is good';
comment on column report.attainment_history.unit_of_measure is 'Unit of target and actual';
comment on column report.attainment_history.target is 'Target or allocation that applied';
comment on column report.attainment_history.target_revision is 'Revision of the target; empty for an allocation';
comment on column report.attainment_history.figure_period is 'Figure period, YYYY-MM';
comment on column report.attainment_history.value is 'Accumulated value or numerator';
comment on column report.attainment_history.denominator is 'Accumulated denominator; the days for daily_average';
comment on column report.attainment_history.base_value is 'Accumulated base value';
comment on column report.attainment_history.base_denominator is 'Accumulated base denominator';
comment on column report.attainment_history.actual is 'Actual';
comment on column report.attainment_history.gap is 'Actual minus target';
comment on column report.attainment_history.attainment_pct is 'Attainment in percent, 100 = just met';
comment on column report.attainment_history.expected_pct is 'Expected progress in percent';
comment on column report.attainment_history.pace_pct is 'Attainment against expected progress in percent';
comment on column report.attainment_history.verdict is 'Verdict (method, section 8)';
comment on column report.attainment_history.light is 'green, yellow, red or grey';
comment on column report.attainment_history.rule is 'Number of the rule that decided';
comment on column report.attainment_history.coverage_pct is 'Share of the expected figures that are in, in percent';
comment on column report.attainment_history.provisional is 'Whether figures are still missing';
comment on column report.attainment_history.projected is 'Projection to the year''s end';
comment on column report.attainment_history.required_per_month is 'Amount needed in each month left';
comment on column report.attainment_history.required_stage is 'Stage that a milestone must reach';
comment on column report.attainment_history.due_month is 'Month by whose end the target is to be met';
comment on column report.attainment_history.stage is 'Stage of a milestone that every reporter has reached';
comment on column report.attainment_history.occurred_on is 'Last date on which a reporter reached its stage';
comment on column report.attainment_history.ordinal is 'Plan order, the district''s row before its units''';
comment on column report.attainment_history.weight is 'Weight in the lead unit''s scorecard';
comment on column report.attainment_history.pace_numerator is 'Numerator of the exact pace in percent';
comment on column report.attainment_history.pace_denominator is 'Denominator of the exact pace in percent';

grant select on report.attainment_history to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
