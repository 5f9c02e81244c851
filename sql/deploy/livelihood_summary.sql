-- Deploy dabiao:livelihood_summary to pg
-- requires: attainment_history

begin;

set local role dabiao_owner;

create or replace view report.livelihood_summary as
with district_row as (
    select
        history.*,
        row_number() over (
            partition by history.district, history.period
            order by
                case history.light when 'red' then 1 when 'yellow' then 2 when 'grey' then 3 else 4 end,
                history.pace_pct,
                history.ordinal
        ) as place
    from report.attainment_history as history
    where
        history.is_current
        and history.livelihood
        and history.unit is null
)

select
    district_row.district,
    district_row.period,
    count(*) as indicators,
    count(*) filter (where verdict = 'attained') as attained,
    count(*) filter (where verdict = 'missed') as missed,
    count(*) filter (where verdict = 'on_track') as on_track,
    count(*) filter (where verdict = 'behind') as behind,
    count(*) filter (where verdict = 'off_track') as off_track,
    count(*) filter (where verdict = 'overdue') as overdue,
    count(*) filter (where verdict = 'not_due') as not_due,
    count(*) filter (where verdict = 'no_data') as no_data,
    count(*) filter (where verdict = 'not_assessable') as not_assessable,
    count(*) filter (where light = 'green') as green,
    count(*) filter (where light = 'yellow') as yellow,
    count(*) filter (where light = 'red') as red,
    count(*) filter (where light = 'grey') as grey,
    trim_scale(round(100.0 * count(*) filter (where light = 'green') / count(*), 4)) as green_pct,
    max(district_row.indicator) filter (where place = 1) as worst_indicator,
    max(district_row.verdict) filter (where place = 1) as worst_verdict,
    max(district_row.pace_pct) filter (where place = 1) as worst_pace_pct
from district_row
group by
    district_row.district,
    district_row.period
order by
    district_row.district,
    district_row.period desc;

comment on view report.livelihood_summary is
'Livelihood projects (★) as last published for each month: indicators by verdict and light, and the worst of them';
comment on column report.livelihood_summary.district is 'District';
comment on column report.livelihood_summary.period is 'Reported month, YYYY-MM';
comment on column report.livelihood_summary.indicators is 'Indicators of livelihood projects (★)';
comment on column report.livelihood_summary.attained is 'Indicators with the verdict attained';
comment on column report.livelihood_summary.missed is 'Indicators with the verdict missed';
comment on column report.livelihood_summary.on_track is 'Indicators with the verdict on_track';
comment on column report.livelihood_summary.behind is 'Indicators with the verdict behind';
comment on column report.livelihood_summary.off_track is 'Indicators with the verdict off_track';
comment on column report.livelihood_summary.overdue is 'Indicators with the verdict overdue';
comment on column report.livelihood_summary.not_due is 'Indicators with the verdict not_due';
comment on column report.livelihood_summary.no_data is 'Indicators with the verdict no_data';
comment on column report.livelihood_summary.not_assessable is 'Indicators with the verdict not_assessable';
comment on column report.livelihood_summary.green is 'Indicators with a green light';
comment on column report.livelihood_summary.yellow is 'Indicators with a yellow light';
comment on column report.livelihood_summary.red is 'Indicators with a red light';
comment on column report.livelihood_summary.grey is 'Indicators with a grey light';
comment on column report.livelihood_summary.green_pct is 'Share of the indicators that are green, in percent';
comment on column report.livelihood_summary.worst_indicator is 'The worst indicator: red before yellow before grey before green, then the lowest pace';
comment on column report.livelihood_summary.worst_verdict is 'Its verdict';
comment on column report.livelihood_summary.worst_pace_pct is 'Its pace in percent';

grant select on report.livelihood_summary to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
