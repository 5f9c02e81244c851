-- Verify dabiao:livelihood_projects on pg

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
from report.livelihood_projects
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.livelihood_projects', 'select'), 'analysts read report.livelihood_projects';
end
$verify$;
