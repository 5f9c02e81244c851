-- Deploy dabiao:report/run to pg
-- requires: plan/period
-- requires: plan/work_plan

begin;

set local role dabiao_owner;

create table report.run (
    district_id integer not null,
    run_id bigint generated always as identity,
    year smallint not null,
    version integer not null,
    period plan.period not null,
    as_of timestamptz not null check (isfinite(as_of)),
    program_version text not null,
    outcome text not null default 'running' check (outcome in ('running', 'published', 'stopped', 'failed')),
    submissions integer check (submissions >= 0),
    submissions_sha256 bytea check (octet_length(submissions_sha256) = 32),
    message text,
    started_at timestamptz not null default statement_timestamp(),
    finished_at timestamptz,
    run_by text not null default session_user,
    primary key (district_id, run_id),
    -- For report.publication, which repeats the month.
    unique (district_id, run_id, period),
    foreign key (district_id, year, version) references plan.work_plan,
    check (extract(year from period) = year)
);

comment on table report.run is 'Runs of the monthly job, whatever became of them';
comment on column report.run.district_id is 'District';
comment on column report.run.run_id is 'Number of the run';
comment on column report.run.year is 'Plan year';
comment on column report.run.version is 'Plan version used';
comment on column report.run.period is 'Reported month, as its first day';
comment on column report.run.as_of is 'Instant T at which submissions, reviews and targets are taken';
comment on column report.run.program_version is 'Version of dabiao';
comment on column report.run.outcome is 'running, published, stopped (findings of severity error) or failed';
comment on column report.run.submissions is 'Accepted figures used, base year included';
comment on column report.run.submissions_sha256 is 'SHA-256 over the submissions used';
comment on column report.run.message is 'Why the run stopped or failed';
comment on column report.run.started_at is 'When the run started';
comment on column report.run.finished_at is 'When it ended';
comment on column report.run.run_by is 'Login that ran it';

-- What a run is about, and who ran it when, stands once it is written.
grant select on report.run to dabiao_job;
grant insert (district_id, year, version, period, as_of, program_version) on report.run to dabiao_job;
grant update (outcome, submissions, submissions_sha256, message, finished_at) on report.run to dabiao_job;

commit;
