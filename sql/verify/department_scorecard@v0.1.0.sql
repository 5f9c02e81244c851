-- Verify dabiao:department_scorecard on pg

select
    district,
    period,
    unit,
    name_zh,
    name_en,
    score,
    indicators,
    scored_indicators,
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
    worst_indicator,
    worst_verdict,
    worst_pace_pct,
    completeness_pct,
    timeliness_pct,
    acceptance_pct
from report.department_scorecard
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.department_scorecard', 'select'), 'analysts read report.department_scorecard';
end
$verify$;
