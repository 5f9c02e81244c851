-- Deploy dabiao:report/headline to pg
-- requires: report/attainment_history

begin;

set local role dabiao_owner;

create view report.headline as
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
    verdict_zh,
    light,
    light_zh,
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

grant select on report.headline to dabiao_analyst;

commit;
