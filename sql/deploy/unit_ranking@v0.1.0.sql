-- Deploy dabiao:unit_ranking to pg
-- requires: attainment_history

begin;

set local role dabiao_owner;

create or replace view report.unit_ranking as
with
ranked as (
    select
        history.*,
        row_number() over (
            partition by history.district, history.period, history.unit
            order by
                case history.light when 'red' then 1 when 'yellow' then 2 when 'grey' then 3 else 4 end,
                history.pace_pct,
                history.ordinal
        ) as place
    from report.attainment_history as history
    where
        history.is_current
        and history.unit is not null
),

counted as (
    select
        ranked.district,
        ranked.period,
        ranked.run_id,
        ranked.unit,
        count(*) as indicators,
        count(*) filter (where ranked.verdict = 'attained') as attained,
        count(*) filter (where ranked.verdict = 'missed') as missed,
        count(*) filter (where ranked.verdict = 'on_track') as on_track,
        count(*) filter (where ranked.verdict = 'behind') as behind,
        count(*) filter (where ranked.verdict = 'off_track') as off_track,
        count(*) filter (where ranked.verdict = 'overdue') as overdue,
        count(*) filter (where ranked.verdict = 'not_due') as not_due,
        count(*) filter (where ranked.verdict = 'no_data') as no_data,
        count(*) filter (where ranked.verdict = 'not_assessable') as not_assessable,
        count(*) filter (where ranked.light = 'green') as green,
        count(*) filter (where ranked.light = 'yellow') as yellow,
        count(*) filter (where ranked.light = 'red') as red,
        count(*) filter (where ranked.light = 'grey') as grey,
        trim_scale(
            round(100.0 * count(*) filter (where ranked.light = 'green') / count(*), 4)
        ) as green_pct,
        max(ranked.indicator) filter (where ranked.place = 1) as worst_indicator,
        max(ranked.verdict) filter (where ranked.place = 1) as worst_verdict,
        max(ranked.pace_pct) filter (where ranked.place = 1) as worst_pace_pct
    from ranked
    group by
        ranked.district,
        ranked.period,
        ranked.run_id,
        ranked.unit
)

select
    counted.district,
    counted.period,
    rank() over (
        partition by counted.district, counted.period
        order by counted.green * 1.0 / counted.indicators desc
    ) as place,
    counted.unit,
    unit.kind,
    unit.name_zh,
    unit.name_en,
    counted.indicators,
    counted.attained,
    counted.missed,
    counted.on_track,
    counted.behind,
    counted.off_track,
    counted.overdue,
    counted.not_due,
    counted.no_data,
    counted.not_assessable,
    counted.green,
    counted.yellow,
    counted.red,
    counted.grey,
    counted.green_pct,
    counted.worst_indicator,
    counted.worst_verdict,
    counted.worst_pace_pct
from counted
join report.run on run.run_id = counted.run_id
join plan.district
    on
        district.district = counted.district
        and district.district_id = run.district_id
join plan.unit
    on
        unit.district_id = run.district_id
        and unit.year = run.year
        and unit.version = run.version
        and unit.unit = counted.unit
order by
    counted.district,
    counted.period desc,
    place,
    unit.ordinal;

comment on view report.unit_ranking is
'Units with allocations by the share of their own targets that are green, with counts by verdict and the worst';
comment on column report.unit_ranking.district is 'District';
comment on column report.unit_ranking.period is 'Reported month, YYYY-MM';
comment on column report.unit_ranking.place is 'Rank by the share of green indicators; equal shares share a place';
comment on column report.unit_ranking.unit is 'Unit';
comment on column report.unit_ranking.kind is 'department, subdistrict, town or other';
comment on column report.unit_ranking.name_zh is 'Chinese name of the unit';
comment on column report.unit_ranking.name_en is 'English name of the unit';
comment on column report.unit_ranking.indicators is 'Indicators allocated to it';
comment on column report.unit_ranking.attained is 'Indicators with the verdict attained';
comment on column report.unit_ranking.missed is 'Indicators with the verdict missed';
comment on column report.unit_ranking.on_track is 'Indicators with the verdict on_track';
comment on column report.unit_ranking.behind is 'Indicators with the verdict behind';
comment on column report.unit_ranking.off_track is 'Indicators with the verdict off_track';
comment on column report.unit_ranking.overdue is 'Indicators with the verdict overdue';
comment on column report.unit_ranking.not_due is 'Indicators with the verdict not_due';
comment on column report.unit_ranking.no_data is 'Indicators with the verdict no_data';
comment on column report.unit_ranking.not_assessable is 'Indicators with the verdict not_assessable';
comment on column report.unit_ranking.green is 'Indicators with a green light';
comment on column report.unit_ranking.yellow is 'Indicators with a yellow light';
comment on column report.unit_ranking.red is 'Indicators with a red light';
comment on column report.unit_ranking.grey is 'Indicators with a grey light';
comment on column report.unit_ranking.green_pct is 'Share of the indicators that are green, in percent';
comment on column report.unit_ranking.worst_indicator is 'The worst indicator: red before yellow before grey before green, then the lowest pace';
comment on column report.unit_ranking.worst_verdict is 'Its verdict';
comment on column report.unit_ranking.worst_pace_pct is 'Its pace in percent';

grant select on report.unit_ranking to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
