-- Verify dabiao:section_summary on pg

select
    district,
    period,
    section,
    title_zh,
    title_en,
    indicators,
    attained,
    missed,
    on_track,
    behind,
    off_track,
    overdue,
    not_due,
    no_data,
    not_assessable,
    green,
    yellow,
    red,
    grey,
    green_pct,
    worst_indicator,
    worst_verdict,
    worst_pace_pct
from report.section_summary
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.section_summary', 'select'), 'analysts read report.section_summary';
end
$verify$;
