-- Verify dabiao:attainment_history on pg

select
    district,
    period,
    run_id,
    as_of,
    is_current,
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
    required_per_month,
    required_stage,
    due_month,
    stage,
    occurred_on,
    ordinal,
    weight,
    pace_numerator,
    pace_denominator
from report.attainment_history
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.attainment_history', 'select'),
        'analysts read report.attainment_history';
end
$verify$;
