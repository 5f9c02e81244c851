-- Verify dabiao:unit_ranking on pg

select
    district,
    period,
    place,
    unit,
    kind,
    name_zh,
    name_en,
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
from report.unit_ranking
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.unit_ranking', 'select'), 'analysts read report.unit_ranking';
end
$verify$;
