-- Deploy dabiao:intake/period_closing to pg
-- requires: plan/district
-- requires: plan/instant
-- requires: plan/period

begin;

set local role dabiao_owner;

create table intake.period_closing (
    district_id integer not null references plan.district,
    closing_id bigint generated always as identity,
    period plan.period not null,
    closes_at plan.instant,
    reason text not null check (reason ~ '\S'),
    recorded_at plan.instant not null default statement_timestamp(),
    recorded_by text not null default session_user,
    primary key (district_id, closing_id)
);

comment on table intake.period_closing is
'When each period closes for submissions; the last row of a period stands, and a period without one is open; append-only';
comment on column intake.period_closing.district_id is 'District';
comment on column intake.period_closing.closing_id is 'Number of the decision';
comment on column intake.period_closing.period is 'Period, as the first day of its month';
comment on column intake.period_closing.closes_at is
'From when on submissions are refused; empty where the period is opened again';
comment on column intake.period_closing.reason is 'Why';
comment on column intake.period_closing.recorded_at is 'When it was recorded';
comment on column intake.period_closing.recorded_by is 'Login that recorded it';

revoke update, delete, truncate on intake.period_closing from dabiao_owner;

grant select on intake.period_closing to dabiao_job;
grant insert (district_id, period, closes_at, reason) on intake.period_closing to dabiao_office;

commit;
