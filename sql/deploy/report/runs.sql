-- Deploy dabiao:report/runs to pg
-- requires: report/publication

begin;

set local role dabiao_owner;

-- report.run has the others too: a barrier keeps a reader's conditions, which could raise errors, from being tried on them.
create view report.runs with (security_barrier = true) as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    run.run_id,
    run.as_of,
    publication.run_id is not null as is_current,
    run.version as plan_version,
    run.submissions,
    encode(run.submissions_sha256, 'hex') as submissions_sha256,
    run.program_version,
    run.started_at,
    run.finished_at,
    run.run_by
from report.run
join plan.district on district.district_id = run.district_id
left join report.publication
    on
        publication.district_id = run.district_id
        and publication.period = run.period
        and publication.run_id = run.run_id
where run.outcome = 'published'
order by
    district.district,
    run.run_id desc;

comment on view report.runs is
'Runs that were published, newest first, superseded ones included';

grant select on report.runs to dabiao_analyst;

commit;
