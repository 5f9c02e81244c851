-- Verify dabiao:headline on pg

select
    district,
    period,
    indicator,
    name_zh,
    name_en,
    unit_of_measure,
    target,
    actual,
    attainment_pct,
    expected_pct,
    pace_pct,
    verdict,
    light,
    figure_period,
    provisional
from report.headline
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.headline', 'select'), 'analysts read report.headline';
end
$verify$;
