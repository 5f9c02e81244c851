-- Deploy dabiao:intake/review to pg
-- requires: intake/submission
-- A check sees its own row only, so a review repeats when its figure was submitted, and the foreign key sees to it that this
-- is true. Two reviews of one instant are told apart by their numbers.

begin;

set local role dabiao_owner;

create table intake.review (
    district_id integer not null,
    period plan.period not null,
    indicator text not null,
    unit text not null,
    revision integer not null,
    review_id bigint generated always as identity,
    submitted_at plan.instant not null,
    reviewed_at plan.instant not null default now(),
    outcome text not null check (outcome in ('accepted', 'returned')),
    reason text,
    reviewed_by text not null default session_user,
    primary key (district_id, period, indicator, unit, revision, review_id),
    foreign key (district_id, period, indicator, unit, revision, submitted_at)
    references intake.submission (district_id, period, indicator, unit, revision, submitted_at),
    constraint follows_submission check (reviewed_at >= submitted_at),
    constraint return_has_reason check (outcome = 'accepted' or coalesce(reason, '') ~ '\S')
);

comment on table intake.review is
'The office''s reviews, append-only; the last one at or before an instant decides, of those of one instant the one with the highest number';
comment on column intake.review.district_id is 'District';
comment on column intake.review.period is 'Period of the submission';
comment on column intake.review.indicator is 'Indicator of the submission';
comment on column intake.review.unit is 'Reporter of the submission';
comment on column intake.review.revision is 'Revision reviewed';
comment on column intake.review.review_id is 'Number of the review, which rises';
comment on column intake.review.submitted_at is 'When that revision was submitted';
comment on column intake.review.reviewed_at is 'When it was reviewed';
comment on column intake.review.outcome is 'accepted or returned (退回)';
comment on column intake.review.reason is 'Why; required for a return';
comment on column intake.review.reviewed_by is 'Login that reviewed it';

revoke update, delete, truncate on intake.review from dabiao_owner;

grant select on intake.review to dabiao_job;
grant insert (district_id, period, indicator, unit, revision, submitted_at, outcome, reason)
on intake.review to dabiao_office;

commit;
