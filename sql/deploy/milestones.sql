-- Deploy dabiao:milestones to pg
-- requires: attainment_history

begin;

set local role dabiao_owner;

create or replace view report.milestones as
select
    district,
    period,
    indicator,
    lead_unit,
    name_zh,
    name_en,
    livelihood,
    required_stage,
    due_month,
    stage,
    occurred_on,
    actual,
    expected_pct,
    pace_pct,
    verdict,
    light,
    figure_period,
    coverage_pct,
    provisional
from report.attainment_history
where
    is_current
    and measure = 'milestone'
    and unit is null
order by
    district,
    attainment_history.period desc,
    ordinal;

comment on view report.milestones is
'Milestones at district level, as last published for each month, newest month first';
comment on column report.milestones.district is 'District';
comment on column report.milestones.period is 'Reported month, YYYY-MM';
comment on column report.milestones.indicator is 'Indicator, section.item.sequence';
comment on column report.milestones.lead_unit is 'Unit that leads the indicator';
comment on column report.milestones.name_zh is 'Chinese name';
comment on column report.milestones.name_en is 'English name';
comment on column report.milestones.livelihood is 'Whether it is a livelihood project (★)';
comment on column report.milestones.required_stage is 'Stage that a milestone must reach';
comment on column report.milestones.due_month is 'Month by whose end the target is to be met';
comment on column report.milestones.stage is 'Stage of a milestone that every reporter has reached';
comment on column report.milestones.occurred_on is 'Last date on which a reporter reached its stage';
comment on column report.milestones.actual is 'Actual';
comment on column report.milestones.expected_pct is 'Expected progress in percent';
comment on column report.milestones.pace_pct is 'Attainment against expected progress in percent';
comment on column report.milestones.verdict is 'Verdict (method, section 8)';
comment on column report.milestones.light is 'green, yellow, red or grey';
comment on column report.milestones.figure_period is 'Figure period, YYYY-MM';
comment on column report.milestones.coverage_pct is 'Share of the expected figures that are in, in percent';
comment on column report.milestones.provisional is 'Whether figures are still missing';

grant select on report.milestones to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
