-- Deploy dabiao:headline to pg
-- requires: attainment_history

begin;

set local role dabiao_owner;

create or replace view report.headline as
select
    district,
    period,
    indicator,
    name_zh,
    name_en,
    unit_of_measure,
    target,
    actual,
    attainment_pct,
    expected_pct,
    pace_pct,
    verdict,
    light,
    figure_period,
    provisional
from report.attainment_history
where
    is_current
    and headline
    and unit is null
order by
    district,
    attainment_history.period desc,
    ordinal;

comment on view report.headline is
'The headline indicators as last published for each month, newest month first';
comment on column report.headline.district is 'District';
comment on column report.headline.period is 'Reported month, YYYY-MM';
comment on column report.headline.indicator is 'Indicator, section.item.sequence';
comment on column report.headline.name_zh is 'Chinese name';
comment on column report.headline.name_en is 'English name';
comment on column report.headline.unit_of_measure is 'Unit of target and actual';
comment on column report.headline.target is 'Target or allocation that applied';
comment on column report.headline.actual is 'Actual';
comment on column report.headline.attainment_pct is 'Attainment in percent, 100 = just met';
comment on column report.headline.expected_pct is 'Expected progress in percent';
comment on column report.headline.pace_pct is 'Attainment against expected progress in percent';
comment on column report.headline.verdict is 'Verdict (method, section 8)';
comment on column report.headline.light is 'green, yellow, red or grey';
comment on column report.headline.figure_period is 'Figure period, YYYY-MM';
comment on column report.headline.provisional is 'Whether figures are still missing';

grant select on report.headline to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
