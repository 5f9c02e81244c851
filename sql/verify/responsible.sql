-- Verify dabiao:responsible on pg

select
    district,
    year,
    indicator,
    name_zh,
    name_en,
    role,
    unit,
    unit_zh,
    unit_en,
    post,
    name,
    holds_from,
    holds_to
from report.responsible
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.responsible', 'select'), 'analysts read report.responsible';
end
$verify$;
