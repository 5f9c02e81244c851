-- Deploy dabiao:report/section_summary to pg
-- requires: report/label
-- requires: report/tally

begin;

set local role dabiao_owner;

create view report.section_summary as
select
    tally.district,
    tally.period,
    section.section,
    section.title_zh,
    section.title_en,
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
join plan.section
    on
        section.district_id = tally.district_id
        and section.year = tally.year
        and section.version = tally.version
        and section.section::text = tally.member
where tally.kind = 'section'
order by
    tally.district,
    tally.period desc,
    section.section;

comment on view report.section_summary is
'Counts by verdict and light of each section at district level, with its worst indicator, so that no average hides a failure';

grant select on report.section_summary to dabiao_analyst;

commit;
