-- Deploy dabiao:intake/window_exception to pg
-- requires: plan/district
-- requires: plan/instant
-- requires: plan/period

begin;

set local role dabiao_owner;

create table intake.window_exception (
    district_id integer not null references plan.district,
    exception_id bigint generated always as identity,
    period plan.period not null,
    unit text,
    indicator text,
    opens_at plan.instant not null default now(),
    closes_at plan.instant not null check (closes_at > opens_at),
    reason text not null check (reason ~ '\S'),
    recorded_at plan.instant not null default statement_timestamp(),
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

revoke update, delete, truncate on intake.window_exception from dabiao_owner;

grant select on intake.window_exception to dabiao_job;
grant insert (district_id, period, unit, indicator, closes_at, reason) on intake.window_exception to dabiao_office;

commit;
