-- Verify dabiao:findings on pg

select
    district,
    period,
    code,
    severity,
    indicator,
    unit,
    figure_period,
    message_zh,
    message_en
from report.findings
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.findings', 'select'), 'analysts read report.findings';
end
$verify$;
