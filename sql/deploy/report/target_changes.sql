-- Deploy dabiao:report/target_changes to pg
-- requires: plan/indicator
-- requires: plan/target
-- requires: report/evaluation
-- requires: report/publication

begin;

set local role dabiao_owner;

create view report.target_changes as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    target.indicator,
    target.revision,
    previous.value::numeric as previous_value,
    target.value::numeric as value,
    target.decided_on::date as decided_on,
    target.source
from report.publication
join report.run
    on
        run.district_id = publication.district_id
        and run.run_id = publication.run_id
join plan.district on district.district_id = run.district_id
join report.evaluation
    on
        evaluation.district_id = run.district_id
        and evaluation.run_id = run.run_id
        and evaluation.unit is null
join plan.target
    on
        target.district_id = run.district_id
        and target.year = run.year
        and target.version = run.version
        and target.indicator = evaluation.indicator
        and target.revision between 2 and evaluation.target_revision
join plan.target as previous
    on
        previous.district_id = target.district_id
        and previous.year = target.year
        and previous.version = target.version
        and previous.indicator = target.indicator
        and previous.revision = target.revision - 1
order by
    district.district,
    run.period desc,
    evaluation.ordinal,
    target.revision;

comment on view report.target_changes is
'How the targets were changed up to the revision in force, as last published for each month';

grant select on report.target_changes to dabiao_analyst;

commit;
