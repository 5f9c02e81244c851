-- Deploy dabiao:report/appraisal_points to pg
-- requires: plan/unit
-- requires: report/appraisal_point
-- requires: report/label
-- requires: report/publication

begin;

set local role dabiao_owner;

create view report.appraisal_points as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    appraisal_point.unit,
    unit.name_zh as unit_zh,
    appraisal_point.rule,
    report.label('point_rule', appraisal_point.rule) as rule_zh,
    appraisal_point.indicator,
    to_char(appraisal_point.figure_period, 'YYYY-MM') as figure_period,
    appraisal_point.points
from report.publication
join report.run
    on
        run.district_id = publication.district_id
        and run.run_id = publication.run_id
join plan.district on district.district_id = run.district_id
join report.appraisal_point
    on
        appraisal_point.district_id = run.district_id
        and appraisal_point.run_id = run.run_id
left join plan.unit
    on
        unit.district_id = run.district_id
        and unit.year = run.year
        and unit.version = run.version
        and unit.unit = appraisal_point.unit
order by
    district.district,
    run.period desc,
    appraisal_point.ordinal;

comment on view report.appraisal_points is
'What earned or cost each unit points in the appraisal, one by one, before the limits of the rules';

grant select on report.appraisal_points to dabiao_analyst;

commit;
