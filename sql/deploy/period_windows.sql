-- Deploy dabiao:period_windows to pg
-- requires: intake_access
-- A period is open for submissions until the office closes it. What was decided is append-only: the last word on a period
-- stands, and an exception lets one unit, one indicator or everybody submit for a closed period until an instant.

begin;

set local role dabiao_owner;

create table intake.period_closing (
    district_id integer not null references plan.district,
    closing_id bigint generated always as identity,
    period date not null check (extract(day from period) = 1),
    closes_at timestamptz,
    reason text not null check (reason <> ''),
    recorded_at timestamptz not null default statement_timestamp(),
    recorded_by text not null default session_user,
    primary key (district_id, closing_id)
);
comment on table intake.period_closing is
'When each period closes for submissions, append-only; the last row of a period stands, and a period without one is open';
comment on column intake.period_closing.district_id is 'District';
comment on column intake.period_closing.closing_id is 'Number of the decision';
comment on column intake.period_closing.period is 'Period, as the first day of its month';
comment on column intake.period_closing.closes_at is
'From when on submissions are refused; empty where the period is opened again';
comment on column intake.period_closing.reason is 'Why';
comment on column intake.period_closing.recorded_at is 'When it was recorded';
comment on column intake.period_closing.recorded_by is 'Login that recorded it';

create table intake.window_exception (
    district_id integer not null references plan.district,
    exception_id bigint generated always as identity,
    period date not null check (extract(day from period) = 1),
    unit text,
    indicator text,
    opens_at timestamptz not null,
    closes_at timestamptz not null check (closes_at > opens_at),
    reason text not null check (reason <> ''),
    recorded_at timestamptz not null default statement_timestamp(),
    recorded_by text not null default session_user,
    primary key (district_id, exception_id)
);
comment on table intake.window_exception is 'Who may still submit for a closed period, until when and why; append-only';
comment on column intake.window_exception.district_id is 'District';
comment on column intake.window_exception.exception_id is 'Number of the exception';
comment on column intake.window_exception.period is 'Period, as the first day of its month';
comment on column intake.window_exception.unit is 'Unit that may submit; empty for every unit';
comment on column intake.window_exception.indicator is 'Indicator that may be submitted; empty for every indicator';
comment on column intake.window_exception.opens_at is 'From when on';
comment on column intake.window_exception.closes_at is 'Before when';
comment on column intake.window_exception.reason is 'Why';
comment on column intake.window_exception.recorded_at is 'When it was recorded';
comment on column intake.window_exception.recorded_by is 'Login that recorded it';

revoke update, delete, truncate on intake.period_closing, intake.window_exception from dabiao_owner;

alter table intake.period_closing enable row level security;
alter table intake.period_closing force row level security;
alter table intake.window_exception enable row level security;
alter table intake.window_exception force row level security;

create policy period_closing_read on intake.period_closing
for select to dabiao_owner, dabiao_job, dabiao_reviewer, dabiao_submitter using (true);
create policy period_closing_add on intake.period_closing
for insert to dabiao_owner, dabiao_reviewer with check (true);
create policy window_exception_read on intake.window_exception
for select to dabiao_owner, dabiao_job, dabiao_reviewer using (true);
create policy window_exception_read_own on intake.window_exception
for select to dabiao_submitter using (unit is null or intake.speaks_for(district_id, unit));
create policy window_exception_add on intake.window_exception
for insert to dabiao_owner with check (true);
create policy window_exception_add_now on intake.window_exception
for insert to dabiao_reviewer
with check (
    opens_at > statement_timestamp() - interval '5 minutes'
    and opens_at < statement_timestamp() + interval '1 minute'
);

grant select on intake.period_closing, intake.window_exception to dabiao_job, dabiao_reviewer, dabiao_submitter;
grant insert (district_id, period, closes_at, reason) on intake.period_closing to dabiao_reviewer;
grant insert (district_id, period, unit, indicator, opens_at, closes_at, reason)
on intake.window_exception to dabiao_reviewer;

-- A unit's own login is held to the windows in plain SQL too.
create function intake.is_open(
    of_district integer,
    of_period date,
    of_indicator text,
    of_unit text,
    at_instant timestamptz
) returns boolean
language sql stable
return coalesce((
    select closes_at > at_instant
    from intake.period_closing
    where
        period_closing.district_id = of_district
        and period_closing.period = of_period
    order by closing_id desc
    limit 1
), true)
or exists (
    select
    from intake.window_exception
    where
        window_exception.district_id = of_district
        and window_exception.period = of_period
        and window_exception.opens_at <= at_instant
        and window_exception.closes_at > at_instant
        and coalesce(window_exception.unit, of_unit) = of_unit
        and coalesce(window_exception.indicator, of_indicator) = of_indicator
);
comment on function intake.is_open(integer, date, text, text, timestamptz) is
'Whether a figure of a period may be submitted at an instant: the period is not closed, or an exception covers the figure';
grant execute on function intake.is_open(integer, date, text, text, timestamptz) to dabiao_submitter;

create policy submission_add_open on intake.submission
as restrictive for insert to dabiao_submitter
with check (intake.is_open(district_id, period, indicator, unit, submitted_at));

commit;
