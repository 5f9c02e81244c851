-- Verify dabiao:revisions on pg

select
    district,
    period,
    indicator,
    unit,
    name_zh,
    name_en,
    previous_as_of,
    previous_target,
    target,
    previous_actual,
    actual,
    previous_attainment_pct,
    attainment_pct,
    previous_verdict,
    verdict,
    because
from report.revisions
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.revisions', 'select'), 'analysts read report.revisions';
end
$verify$;
