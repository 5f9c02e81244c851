-- Deploy dabiao:report/appraisal to pg
-- requires: plan/unit
-- requires: report/appraised_unit
-- requires: report/publication

begin;

set local role dabiao_owner;

create view report.appraisal as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    appraised_unit.unit,
    unit.name_zh,
    unit.name_en,
    appraised_unit.score,
    appraised_unit.allocations_score,
    appraised_unit.points,
    appraised_unit.total,
    appraised_unit.grade
from report.publication
join report.run
    on
        run.district_id = publication.district_id
        and run.run_id = publication.run_id
join plan.district on district.district_id = run.district_id
join report.appraised_unit
    on
        appraised_unit.district_id = run.district_id
        and appraised_unit.run_id = run.run_id
join plan.unit
    on
        unit.district_id = run.district_id
        and unit.year = run.year
        and unit.version = run.version
        and unit.unit = appraised_unit.unit
order by
    district.district,
    run.period desc,
    unit.ordinal;

comment on view report.appraisal is
'Score, points and grade of each unit over the year so far, as last published for each month; final with the last publication of December (method, section 15)';

grant select on report.appraisal to dabiao_analyst;

commit;
