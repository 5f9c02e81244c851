-- Deploy dabiao:intake/comment to pg
-- requires: plan/district
-- requires: plan/instant
-- requires: plan/period

begin;

set local role dabiao_owner;

create table intake.comment (
    district_id integer not null references plan.district,
    period plan.period not null,
    indicator text not null,
    comment_id bigint generated always as identity,
    text text not null,
    said_at plan.instant not null default now(),
    said_by text not null default session_user,
    primary key (district_id, period, indicator, comment_id)
);

comment on table intake.comment is 'The office''s comments on an indicator in a month; the last one stands, and an empty one takes it back; append-only';
comment on column intake.comment.district_id is 'District';
comment on column intake.comment.period is 'Reported month, as its first day';
comment on column intake.comment.indicator is 'Indicator';
comment on column intake.comment.comment_id is 'Number of the comment';
comment on column intake.comment.text is 'What the office says; empty to take back what it said before';
comment on column intake.comment.said_at is 'When it was said';
comment on column intake.comment.said_by is 'Login that said it';

revoke update, delete, truncate on intake.comment from dabiao_owner;
grant select on intake.comment to dabiao_job;
grant insert (district_id, period, indicator, text) on intake.comment to dabiao_office;

commit;
