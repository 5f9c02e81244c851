-- Verify dabiao:attainment on pg

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
from report.attainment
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.attainment', 'select'), 'analysts read report.attainment';
end
$verify$;
