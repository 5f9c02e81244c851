-- Deploy dabiao:report/attainment to pg
-- requires: report/attainment_history

begin;

set local role dabiao_owner;

create view report.attainment as
select
    district,
    period,
    indicator,
    section,
    item,
    unit,
    unit_zh,
    lead_unit,
    lead_unit_zh,
    name_zh,
    name_en,
    livelihood,
    headline,
    measure,
    measure_zh,
    direction,
    direction_zh,
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
    verdict_zh,
    light,
    light_zh,
    rule,
    coverage_pct,
    provisional,
    projected,
    required_per_month,
    tolerance,
    relative_to,
    first_target,
    last_year_actual,
    projected_last_year,
    wording
from report.attainment_history
where is_current
order by
    district,
    attainment_history.period desc,
    ordinal;

comment on view report.attainment is
'Attainment of each indicator at district and unit level, as last published for each month, newest month first';

grant select on report.attainment to dabiao_analyst;

commit;
