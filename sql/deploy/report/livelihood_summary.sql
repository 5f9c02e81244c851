-- Deploy dabiao:report/livelihood_summary to pg
-- requires: report/label
-- requires: report/tally

begin;

set local role dabiao_owner;

create view report.livelihood_summary as
select
    tally.district,
    tally.period,
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
where tally.kind = 'livelihood'
order by
    tally.district,
    tally.period desc;

comment on view report.livelihood_summary is
'Livelihood projects (★) as last published for each month: indicators by verdict and light, and the worst of them';

grant select on report.livelihood_summary to dabiao_analyst;

commit;
