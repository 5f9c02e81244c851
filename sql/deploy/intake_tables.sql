-- Deploy dabiao:intake_tables to pg
-- requires: plan_tables
-- What was received is append-only: update, delete and truncate are revoked from the owner too. A foreign key locks the row
-- it refers to as the table's owner, which takes the privilege to update one column; row-level security without a policy
-- for updates, forced on the owner, leaves that privilege nothing to work on, and foreign keys are exempt from it.

begin;

set local role dabiao_owner;

create table intake.member (
    district_id integer not null references plan.district,
    login text not null,
    unit text not null,
    primary key (district_id, login)
);
comment on table intake.member is 'The one unit for which each submitting login role speaks';
comment on column intake.member.district_id is 'District';
comment on column intake.member.login is 'Name of the login role';
comment on column intake.member.unit is 'Unit whose rows the login sees and adds';

create table intake.batch (
    district_id integer not null references plan.district,
    batch_id bigint generated always as identity,
    file_name text not null,
    sha256 bytea not null check (octet_length(sha256) = 32),
    content bytea not null,
    encoding text,
    line_count integer not null check (line_count >= 0),
    outcome text not null check (outcome in ('accepted', 'refused')),
    faults jsonb not null default '[]',
    received_at timestamptz not null default statement_timestamp(),
    received_by text not null default session_user,
    primary key (district_id, batch_id)
);
create unique index batch_accepted_once on intake.batch (district_id, sha256) where outcome = 'accepted';
comment on table intake.batch is 'Files received, with their bytes and what became of them';
comment on column intake.batch.district_id is 'District';
comment on column intake.batch.batch_id is 'Number of the batch';
comment on column intake.batch.file_name is 'Name of the file as sent, without its folder';
comment on column intake.batch.sha256 is 'SHA-256 of the bytes';
comment on column intake.batch.content is 'The bytes as sent';
comment on column intake.batch.encoding is 'UTF-8 or GB18030, as detected; empty when neither';
comment on column intake.batch.line_count is 'Data lines in the file';
comment on column intake.batch.outcome is 'accepted whole or refused whole';
comment on column intake.batch.faults is 'Faults of a refused file: line, column, what was found, what is wanted';
comment on column intake.batch.received_at is 'When it was received';
comment on column intake.batch.received_by is 'Login that sent it';

create table intake.submission (
    district_id integer not null,
    period date not null check (extract(day from period) = 1),
    indicator text not null,
    unit text not null,
    revision integer not null check (revision > 0),
    batch_id bigint not null,
    line integer not null,
    value numeric(20, 6),
    denominator numeric(20, 6),
    base_value numeric(20, 6),
    base_denominator numeric(20, 6),
    stage text check (stage in ('not_started', 'started', 'completed')),
    progress numeric(20, 6) check (progress between 0 and 100),
    occurred_on date,
    note text,
    submitted_at timestamptz not null,
    accepted_at timestamptz check (accepted_at >= submitted_at),
    primary key (district_id, period, indicator, unit, revision),
    foreign key (district_id, batch_id) references intake.batch
);
comment on table intake.submission is 'Figures as submitted, append-only: a correction is a later revision';
comment on column intake.submission.district_id is 'District';
comment on column intake.submission.period is 'Period, as the first day of its month';
comment on column intake.submission.indicator is 'Indicator';
comment on column intake.submission.unit is 'Reporter';
comment on column intake.submission.revision is 'Revision of this figure, from 1';
comment on column intake.submission.batch_id is 'File it came in';
comment on column intake.submission.line is 'Line of the file';
comment on column intake.submission.value is 'Value, or the numerator of a share or intensity';
comment on column intake.submission.denominator is 'Denominator of a share or intensity';
comment on column intake.submission.base_value is 'Value of the same period of the year before on a comparable basis, as stated';
comment on column intake.submission.base_denominator is 'Denominator of the same period of the year before, as stated';
comment on column intake.submission.stage is 'Stage of a milestone';
comment on column intake.submission.progress is 'Progress in percent, 0 to 100';
comment on column intake.submission.occurred_on is 'Date on which the stage was reached';
comment on column intake.submission.note is 'The reporter''s note';
comment on column intake.submission.submitted_at is 'When it was submitted';
comment on column intake.submission.accepted_at is 'When it was accepted without review; empty where the plan requires a review';

create table intake.review (
    district_id integer not null,
    period date not null,
    indicator text not null,
    unit text not null,
    revision integer not null,
    reviewed_at timestamptz not null,
    outcome text not null check (outcome in ('accepted', 'returned')),
    reason text check (outcome = 'accepted' or reason is not null),
    reviewed_by text not null default session_user,
    primary key (district_id, period, indicator, unit, revision, reviewed_at),
    foreign key (district_id, period, indicator, unit, revision) references intake.submission
);
comment on table intake.review is 'The office''s reviews, append-only; the last one at or before an instant decides';
comment on column intake.review.district_id is 'District';
comment on column intake.review.period is 'Period of the submission';
comment on column intake.review.indicator is 'Indicator of the submission';
comment on column intake.review.unit is 'Reporter of the submission';
comment on column intake.review.revision is 'Revision reviewed';
comment on column intake.review.reviewed_at is 'When it was reviewed';
comment on column intake.review.outcome is 'accepted or returned (退回)';
comment on column intake.review.reason is 'Why; required for a return';
comment on column intake.review.reviewed_by is 'Login that reviewed it';

revoke update, delete, truncate on intake.batch, intake.submission, intake.review from dabiao_owner;
grant update (batch_id) on intake.batch to dabiao_owner;
grant update (revision) on intake.submission to dabiao_owner;

alter table intake.batch enable row level security;
alter table intake.batch force row level security;
alter table intake.submission enable row level security;
alter table intake.submission force row level security;
alter table intake.review enable row level security;
alter table intake.review force row level security;

create policy batch_read on intake.batch
for select to dabiao_owner, dabiao_job, dabiao_reviewer using (true);
create policy batch_add on intake.batch
for insert to dabiao_owner, dabiao_reviewer with check (true);
create policy submission_read on intake.submission
for select to dabiao_owner, dabiao_job, dabiao_reviewer using (true);
create policy submission_add on intake.submission
for insert to dabiao_owner, dabiao_reviewer with check (true);
create policy review_read on intake.review
for select to dabiao_owner, dabiao_job, dabiao_reviewer using (true);
create policy review_add on intake.review
for insert to dabiao_owner, dabiao_reviewer with check (true);

grant select on intake.member to dabiao_job, dabiao_reviewer, dabiao_submitter;
grant select on intake.batch, intake.submission, intake.review to dabiao_job, dabiao_reviewer;
grant insert on intake.batch, intake.submission, intake.review to dabiao_reviewer;

commit;
