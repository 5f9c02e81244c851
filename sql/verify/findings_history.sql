-- Verify dabiao:findings_history on pg

select
    district,
    period,
    run_id,
    as_of,
    outcome,
    is_current,
    code,
    severity,
    indicator,
    unit,
    figure_period,
    message_zh,
    message_en
from report.findings_history
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.findings_history', 'select'),
        'analysts read report.findings_history';
end
$verify$;
