-- Verify dabiao:reporting_rates on pg

select
    district,
    period,
    unit,
    name_zh,
    name_en,
    figure_period,
    due,
    submitted,
    on_time,
    accepted,
    completeness_pct,
    timeliness_pct,
    acceptance_pct
from report.reporting_rates
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.reporting_rates', 'select'), 'analysts read report.reporting_rates';
end
$verify$;
