-- Deploy dabiao:livelihood_projects to pg
-- requires: attainment_history

begin;

set local role dabiao_owner;

create or replace view report.livelihood_projects as
select
    district,
    period,
    indicator,
    lead_unit,
    name_zh,
    name_en,
    measure,
    unit_of_measure,
    target,
    actual,
    attainment_pct,
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
    and livelihood
    and unit is null
order by
    district,
    attainment_history.period desc,
    ordinal;

comment on view report.livelihood_projects is
'Livelihood projects (★) at district level, as last published for each month, newest month first';
comment on column report.livelihood_projects.district is 'District';
comment on column report.livelihood_projects.period is 'Reported month, YYYY-MM';
comment on column report.livelihood_projects.indicator is 'Indicator, section.item.sequence';
comment on column report.livelihood_projects.lead_unit is 'Unit that leads the indicator';
comment on column report.livelihood_projects.name_zh is 'Chinese name';
comment on column report.livelihood_projects.name_en is 'English name';
comment on column report.livelihood_projects.measure is 'Measure (method, section 4)';
comment on column report.livelihood_projects.unit_of_measure is 'Unit of target and actual';
comment on column report.livelihood_projects.target is 'Target or allocation that applied';
comment on column report.livelihood_projects.actual is 'Actual';
comment on column report.livelihood_projects.attainment_pct is 'Attainment in percent, 100 = just met';
comment on column report.livelihood_projects.expected_pct is 'Expected progress in percent';
comment on column report.livelihood_projects.pace_pct is 'Attainment against expected progress in percent';
comment on column report.livelihood_projects.verdict is 'Verdict (method, section 8)';
comment on column report.livelihood_projects.light is 'green, yellow, red or grey';
comment on column report.livelihood_projects.figure_period is 'Figure period, YYYY-MM';
comment on column report.livelihood_projects.coverage_pct is 'Share of the expected figures that are in, in percent';
comment on column report.livelihood_projects.provisional is 'Whether figures are still missing';

grant select on report.livelihood_projects to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
