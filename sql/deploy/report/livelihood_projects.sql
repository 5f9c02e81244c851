-- Deploy dabiao:report/livelihood_projects to pg
-- requires: report/attainment_history

begin;

set local role dabiao_owner;

create view report.livelihood_projects as
select
    district,
    period,
    indicator,
    lead_unit,
    lead_unit_zh,
    name_zh,
    name_en,
    measure,
    measure_zh,
    unit_of_measure,
    target,
    actual,
    attainment_pct,
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
    and livelihood
    and unit is null
order by
    district,
    attainment_history.period desc,
    ordinal;

comment on view report.livelihood_projects is
'Livelihood projects (★) at district level, as last published for each month, newest month first';

grant select on report.livelihood_projects to dabiao_analyst;

commit;
