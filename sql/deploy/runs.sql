-- Deploy dabiao:runs to pg
-- requires: report_tables

begin;

set local role dabiao_owner;

create or replace view report.runs as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    run.run_id,
    run.as_of,
    run.outcome,
    publication.run_id is not null as is_current,
    run.version as plan_version,
    run.submissions,
    encode(run.submissions_sha256, 'hex') as submissions_sha256,
    run.program_version,
    run.message,
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
order by
    district.district,
    run.run_id desc;

comment on view report.runs is
'Runs of the monthly job, newest first, whatever became of them';
comment on column report.runs.district is 'District';
comment on column report.runs.period is 'Reported month, YYYY-MM';
comment on column report.runs.run_id is 'Number of the run';
comment on column report.runs.as_of is 'Instant at which submissions, reviews and targets were taken';
comment on column report.runs.outcome is 'running, published, stopped (findings of severity error) or failed';
comment on column report.runs.is_current is 'Whether the run is the month''s publication now';
comment on column report.runs.plan_version is 'Version of the work plan used';
comment on column report.runs.submissions is 'Accepted figures used';
comment on column report.runs.submissions_sha256 is 'SHA-256 over the submissions used, in hexadecimal';
comment on column report.runs.program_version is 'Version of dabiao';
comment on column report.runs.message is 'Why the run stopped or failed';
comment on column report.runs.started_at is 'When it started';
comment on column report.runs.finished_at is 'When it ended';
comment on column report.runs.run_by is 'Login that ran it';

grant select on report.runs to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
