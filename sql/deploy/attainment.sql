-- Deploy dabiao:attainment to pg
-- requires: attainment_history

begin;

set local role dabiao_owner;

create or replace view report.attainment as
select
    district,
    period,
    indicator,
    section,
    item,
    unit,
    lead_unit,
    name_zh,
    name_en,
    livelihood,
    headline,
    measure,
    direction,
    unit_of_measure,
    target,
    target_revision,
    figure_period,
    value,
    denominator,
    base_value,
    base_denominator,
    actual,
    gap,
    attainment_pct,
    expected_pct,
    pace_pct,
    verdict,
    light,
    rule,
    coverage_pct,
    provisional,
    projected,
    required_per_month
from report.attainment_history
where is_current
order by
    district,
    attainment_history.period desc,
    ordinal;

comment on view report.attainment is
'Attainment of each indicator at district and unit level, as last published for each month, newest month first';
comment on column report.attainment.district is 'District';
comment on column report.attainment.period is 'Reported month, YYYY-MM';
comment on column report.attainment.indicator is 'Indicator, section.item.sequence';
comment on column report.attainment.section is 'Section of the plan document';
comment on column report.attainment.item is 'Item within the section';
comment on column report.attainment.unit is 'Unit; empty on the district''s own row';
comment on column report.attainment.lead_unit is 'Unit that leads the indicator';
comment on column report.attainment.name_zh is 'Chinese name';
comment on column report.attainment.name_en is 'English name';
comment on column report.attainment.livelihood is 'Whether it is a livelihood project (★)';
comment on column report.attainment.headline is 'Whether it belongs to the headline';
comment on column report.attainment.measure is 'Measure (method, section 4)';
comment on column report.attainment.direction is 'Which side of the target is good';
comment on column report.attainment.unit_of_measure is 'Unit of target and actual';
comment on column report.attainment.target is 'Target or allocation that applied';
comment on column report.attainment.target_revision is 'Revision of the target; empty for an allocation';
comment on column report.attainment.figure_period is 'Figure period, YYYY-MM';
comment on column report.attainment.value is 'Accumulated value or numerator';
comment on column report.attainment.denominator is 'Accumulated denominator; the days for daily_average';
comment on column report.attainment.base_value is 'Accumulated base value';
comment on column report.attainment.base_denominator is 'Accumulated base denominator';
comment on column report.attainment.actual is 'Actual';
comment on column report.attainment.gap is 'Actual minus target';
comment on column report.attainment.attainment_pct is 'Attainment in percent, 100 = just met';
comment on column report.attainment.expected_pct is 'Expected progress in percent';
comment on column report.attainment.pace_pct is 'Attainment against expected progress in percent';
comment on column report.attainment.verdict is 'Verdict (method, section 8)';
comment on column report.attainment.light is 'green, yellow, red or grey';
comment on column report.attainment.rule is 'Number of the rule that decided';
comment on column report.attainment.coverage_pct is 'Share of the expected figures that are in, in percent';
comment on column report.attainment.provisional is 'Whether figures are still missing';
comment on column report.attainment.projected is 'Projection to the year''s end';
comment on column report.attainment.required_per_month is 'Amount needed in each month left';

grant select on report.attainment to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
