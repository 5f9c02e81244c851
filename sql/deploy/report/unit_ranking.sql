-- Deploy dabiao:report/unit_ranking to pg
-- requires: report/label
-- requires: report/tally

begin;

set local role dabiao_owner;

-- The window begins with the district's key, as the counts do, and has its code and the period among its keys.
create view report.unit_ranking as
select
    tally.district,
    tally.period,
    rank() over (
        partition by tally.district_id, tally.run_id, tally.district, tally.period
        order by tally.green * 1.0 / tally.indicators desc
    ) as place,
    tally.member as unit,
    unit.kind,
    report.label('unit_kind', unit.kind) as kind_zh,
    unit.name_zh,
    unit.name_en,
    tally.indicators,
    tally.attained,
    tally.missed,
    tally.on_track,
    tally.behind,
    tally.off_track,
    tally.overdue,
    tally.awaiting_review,
    tally.not_due,
    tally.no_data,
    tally.not_assessable,
    tally.green,
    tally.yellow,
    tally.red,
    tally.grey,
    tally.green_pct,
    tally.worst_indicator,
    tally.worst_verdict,
    report.label('verdict', tally.worst_verdict) as worst_verdict_zh,
    tally.worst_pace_pct
from report.tally
join plan.unit
    on
        unit.district_id = tally.district_id
        and unit.year = tally.year
        and unit.version = tally.version
        and unit.unit = tally.member
where tally.kind = 'unit'
order by
    tally.district,
    tally.period desc,
    place,
    unit.ordinal;

comment on view report.unit_ranking is
'Units with allocations by the share of their own targets that are green, with counts by verdict and the worst';

grant select on report.unit_ranking to dabiao_analyst;

commit;
