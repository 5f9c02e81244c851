-- Verify dabiao:trend on pg

select
    district,
    period,
    indicator,
    name_zh,
    name_en,
    unit_of_measure,
    month,
    target,
    actual,
    attainment_pct,
    pace_pct,
    verdict,
    light,
    provisional
from report.trend
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.trend', 'select'), 'analysts read report.trend';
end
$verify$;
