-- Revert dabiao:revisions from pg: the view as it was at v0.1.0

begin;

set local role dabiao_owner;

create or replace view report.revisions as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    evaluation.indicator,
    evaluation.unit,
    indicator.name_zh,
    indicator.name_en,
    previous_run.as_of as previous_as_of,
    previous.target as previous_target,
    evaluation.target,
    previous.actual as previous_actual,
    evaluation.actual,
    previous.attainment_pct as previous_attainment_pct,
    evaluation.attainment_pct,
    previous.verdict as previous_verdict,
    evaluation.verdict,
    revision.because
from report.publication
join report.run
    on
        run.district_id = publication.district_id
        and run.run_id = publication.run_id
join plan.district on district.district_id = run.district_id
join report.revision
    on
        revision.district_id = run.district_id
        and revision.run_id = run.run_id
join report.run as previous_run
    on
        previous_run.district_id = revision.district_id
        and previous_run.run_id = revision.previous_run_id
join report.evaluation
    on
        evaluation.district_id = revision.district_id
        and evaluation.run_id = revision.run_id
        and evaluation.ordinal = revision.ordinal
join plan.indicator
    on
        indicator.district_id = run.district_id
        and indicator.year = run.year
        and indicator.version = run.version
        and indicator.indicator = evaluation.indicator
left join report.evaluation as previous
    on
        previous.district_id = revision.district_id
        and previous.run_id = revision.previous_run_id
        and previous.indicator = evaluation.indicator
        and previous.unit is not distinct from evaluation.unit
order by
    district.district,
    run.period desc,
    revision.ordinal;

commit;
