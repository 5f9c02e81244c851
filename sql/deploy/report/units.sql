-- Deploy dabiao:report/units to pg
-- requires: plan/unit
-- requires: report/label
-- requires: report/publication

begin;

set local role dabiao_owner;

create view report.units as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    unit.unit,
    unit.kind,
    report.label('unit_kind', unit.kind) as kind_zh,
    unit.name_zh,
    unit.name_en,
    unit.short_zh
from report.publication
join report.run
    on
        run.district_id = publication.district_id
        and run.run_id = publication.run_id
join plan.district on district.district_id = run.district_id
join plan.unit
    on
        unit.district_id = run.district_id
        and unit.year = run.year
        and unit.version = run.version
order by
    district.district,
    run.period desc,
    unit.ordinal;

comment on view report.units is
'The units of the plan by which each month was last published';

grant select on report.units to dabiao_analyst;

commit;
