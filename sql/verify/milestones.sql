-- Verify dabiao:milestones on pg

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
from report.milestones
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.milestones', 'select'), 'analysts read report.milestones';
end
$verify$;
