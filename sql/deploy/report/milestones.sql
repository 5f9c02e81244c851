-- Deploy dabiao:report/milestones to pg
-- requires: report/attainment_history

begin;

set local role dabiao_owner;

create view report.milestones as
select
    district,
    period,
    indicator,
    lead_unit,
    lead_unit_zh,
    name_zh,
    name_en,
    livelihood,
    required_stage,
    required_stage_zh,
    due_month,
    stage,
    stage_zh,
    occurred_on,
    actual,
    expected_pct,
    pace_pct,
    verdict,
    verdict_zh,
    light,
    light_zh,
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

grant select on report.milestones to dabiao_analyst;

commit;
