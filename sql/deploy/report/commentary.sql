-- Deploy dabiao:report/commentary to pg
-- requires: intake/comment
-- requires: intake/submission
-- requires: plan/unit
-- requires: report/label
-- requires: report/publication
-- requires: report/remark

begin;

set local role dabiao_owner;

create view report.commentary as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    remark.indicator,
    remark.unit,
    unit.name_zh as unit_zh,
    source.role,
    report.label('remark_source', source.role) as role_zh,
    to_char(remark.figure_period, 'YYYY-MM') as figure_period,
    submission.reason,
    submission.next_step,
    submission.evidence,
    coalesce(submission.note, comment.text) as note,
    coalesce(submission.submitted_at, comment.said_at)::timestamptz as said_at
from report.publication
join report.run
    on
        run.district_id = publication.district_id
        and run.run_id = publication.run_id
join plan.district on district.district_id = run.district_id
join report.remark
    on
        remark.district_id = run.district_id
        and remark.run_id = run.run_id
cross join lateral (
    values (case when remark.comment_id is null then 'unit' else 'office' end)
) as source (role)
left join intake.submission
    on
        submission.district_id = remark.district_id
        and submission.period = remark.figure_period
        and submission.indicator = remark.indicator
        and submission.unit = remark.unit
        and submission.revision = remark.revision
left join intake.comment
    on
        comment.district_id = remark.district_id
        and comment.period = remark.period
        and comment.indicator = remark.indicator
        and comment.comment_id = remark.comment_id
left join plan.unit
    on
        unit.district_id = run.district_id
        and unit.year = run.year
        and unit.version = run.version
        and unit.unit = remark.unit
order by
    district.district,
    run.period desc,
    remark.ordinal;

comment on view report.commentary is
'What reporters say beside their latest accepted figures, and the office of an indicator in the month, as last published (method, section 14)';

grant select on report.commentary to dabiao_analyst;

commit;
