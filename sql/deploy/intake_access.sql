-- Deploy dabiao:intake_access to pg
-- requires: intake_tables
-- A login that submits sees and adds its own unit's rows and no others. What it may not choose is not left to the program:
-- column privileges leave the clock and the sender's name to defaults, foreign keys hold a figure to a file of the same
-- unit and moment and its revision to the one before, and policies ask the rest. Policies hold no subquery, which no
-- distributed table takes: they ask functions, which run as whoever asks and read small tables only.

begin;

set local role dabiao_owner;

-- Functions made from here on are nobody's to call until they are granted.
alter default privileges for role dabiao_owner revoke execute on functions from public;

alter table intake.member enable row level security;
alter table intake.member force row level security;
create policy member_keep on intake.member to dabiao_owner using (true) with check (true);
create policy member_read_own on intake.member
for select to dabiao_submitter using (login = session_user);
revoke select on intake.member from dabiao_job, dabiao_reviewer;

create function intake.speaks_for(of_district integer, of_unit text) returns boolean
language sql stable
return exists (
    select
    from intake.member
    where
        member.district_id = of_district
        and member.login = session_user
        and member.unit = of_unit
);
comment on function intake.speaks_for(integer, text) is 'Whether the login of this session speaks for a unit of a district';
grant execute on function intake.speaks_for(integer, text) to dabiao_submitter;

create function intake.admits(
    of_district integer,
    of_period date,
    of_indicator text,
    of_unit text,
    submitted_at timestamptz,
    accepted_at timestamptz
) returns boolean
language sql stable
return exists (
    select
    from intake.member
    cross join lateral (
        select
            newest.version,
            newest.review,
            newest.time_zone
        from plan.work_plan as newest
        where
            newest.district_id = of_district
            and newest.year = extract(year from of_period)::smallint
        order by newest.version desc
        limit 1
    ) as work_plan
    join plan.reporter
        on
            reporter.district_id = of_district
            and reporter.year = extract(year from of_period)::smallint
            and reporter.version = work_plan.version
            and reporter.indicator = of_indicator
            and reporter.unit = of_unit
    join plan.indicator
        on
            indicator.district_id = of_district
            and indicator.year = extract(year from of_period)::smallint
            and indicator.version = work_plan.version
            and indicator.indicator = of_indicator
    join plan.frequency_period
        on
            frequency_period.frequency = indicator.frequency
            and frequency_period.month = extract(month from of_period)::smallint
    where
        member.district_id = of_district
        and member.login = session_user
        and member.unit = of_unit
        and (of_period + interval '1 month') <= (submitted_at at time zone work_plan.time_zone)
        and accepted_at is not distinct from case when work_plan.review = 'automatic' then submitted_at end
);
comment on function intake.admits(integer, date, text, text, timestamptz, timestamptz) is
'Whether the login of this session may submit a figure: its unit reports the indicator, the period is due and over, and the figure is accepted at once exactly where the plan''s review is automatic';
grant execute on function intake.admits(integer, date, text, text, timestamptz, timestamptz) to dabiao_submitter;

-- Whose file it was.
alter table intake.batch add column sender_unit text;
comment on column intake.batch.sender_unit is 'Unit whose login sent it; empty where the owner loaded it';
alter table intake.batch add constraint batch_of_sender unique (district_id, batch_id, sender_unit, received_at);

-- The same bytes from two units are two files: otherwise the refusal would tell one what the other had sent.
drop index intake.batch_accepted_once;
create unique index batch_accepted_once on intake.batch (district_id, sender_unit, sha256)
nulls not distinct where outcome = 'accepted';

alter table intake.submission add column sender_unit text check (sender_unit = unit);
comment on column intake.submission.sender_unit is 'The reporter, where a login of its own sent the figure; empty where the owner loaded it';
alter table intake.submission add constraint submission_in_own_batch
foreign key (district_id, batch_id, sender_unit, submitted_at)
references intake.batch (district_id, batch_id, sender_unit, received_at);

alter table intake.submission add column previous_revision integer generated always as (nullif(revision - 1, 0)) stored;
comment on column intake.submission.previous_revision is 'Revision before this one, which must be there; empty for the first';
alter table intake.submission add constraint submission_after_previous
foreign key (district_id, period, indicator, unit, previous_revision)
references intake.submission (district_id, period, indicator, unit, revision);

-- Submitters.
create policy batch_read_own on intake.batch
for select to dabiao_submitter using (intake.speaks_for(district_id, sender_unit));
create policy batch_add_own on intake.batch
for insert to dabiao_submitter
with check (intake.speaks_for(district_id, sender_unit) and sha256 = pg_catalog.sha256(content));
create policy submission_read_own on intake.submission
for select to dabiao_submitter using (intake.speaks_for(district_id, unit));
create policy submission_add_own on intake.submission
for insert to dabiao_submitter
with check (
    sender_unit is not null
    and intake.admits(district_id, period, indicator, unit, submitted_at, accepted_at)
    and submitted_at > statement_timestamp() - interval '5 minutes'
);
create policy review_read_own on intake.review
for select to dabiao_submitter using (intake.speaks_for(district_id, unit));

grant select on intake.batch, intake.submission, intake.review to dabiao_submitter;
grant insert (district_id, file_name, sha256, content, encoding, line_count, outcome, faults, sender_unit)
on intake.batch to dabiao_submitter;
grant insert (
    district_id, period, indicator, unit, revision, batch_id, line, value, denominator, base_value, base_denominator,
    stage, progress, occurred_on, note, submitted_at, accepted_at, sender_unit
)
on intake.submission to dabiao_submitter;

-- The office reviews; it submits nothing that it would then accept itself.
revoke insert on intake.batch, intake.submission, intake.review from dabiao_reviewer;
alter policy batch_add on intake.batch to dabiao_owner;
alter policy submission_add on intake.submission to dabiao_owner;
alter policy review_add on intake.review to dabiao_owner;
create policy review_add_now on intake.review
for insert to dabiao_reviewer
with check (
    reviewed_at > statement_timestamp() - interval '5 minutes'
    and reviewed_at < statement_timestamp() + interval '1 minute'
);
grant insert (district_id, period, indicator, unit, revision, reviewed_at, outcome, reason)
on intake.review to dabiao_reviewer;

-- The job reads figures, not the files they came in.
revoke select on intake.batch from dabiao_job;
grant select (
    district_id, batch_id, file_name, sha256, encoding, line_count, outcome, received_at, received_by, sender_unit
)
on intake.batch to dabiao_job;

reset role;

do $database$
begin
    execute format('revoke temporary on database %I from dabiao_reviewer', current_database());
end
$database$;

commit;
