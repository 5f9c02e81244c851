-- Deploy dabiao:revisions to pg
-- requires: report_series

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

comment on view report.revisions is
'What changed since the last earlier publication of the same month, from what to what, and because of which submissions';
comment on column report.revisions.district is 'District';
comment on column report.revisions.period is 'Reported month, YYYY-MM';
comment on column report.revisions.indicator is 'Indicator, section.item.sequence';
comment on column report.revisions.unit is 'Unit; empty on the district''s own row';
comment on column report.revisions.name_zh is 'Chinese name';
comment on column report.revisions.name_en is 'English name';
comment on column report.revisions.previous_as_of is 'As-of instant of the earlier publication';
comment on column report.revisions.previous_target is 'Target then';
comment on column report.revisions.target is 'Target now';
comment on column report.revisions.previous_actual is 'Actual then';
comment on column report.revisions.actual is 'Actual now';
comment on column report.revisions.previous_attainment_pct is 'Attainment then, in percent';
comment on column report.revisions.attainment_pct is 'Attainment now, in percent';
comment on column report.revisions.previous_verdict is 'Verdict then';
comment on column report.revisions.verdict is 'Verdict now';
comment on column report.revisions.because is 'Figures that changed: reporter, period, revision then and now; empty when the plan changed and not a figure';

grant select on report.revisions to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
