-- Deploy dabiao:intake/submission to pg
-- requires: intake/batch
-- requires: plan/day
-- requires: plan/figure
-- requires: plan/period
-- Nobody but the owner, who loads history, dates a figure: it takes the instant of its transaction, and the foreign key
-- holds it to a file that was received in that same instant, so that no figure gets into a file of the past.

begin;

set local role dabiao_owner;

create table intake.submission (
    district_id integer not null,
    period plan.period not null,
    indicator text not null,
    unit text not null,
    revision integer not null check (revision > 0),
    previous_revision integer generated always as (nullif(revision - 1, 0)) stored,
    batch_id bigint not null,
    line integer not null check (line > 0),
    value plan.figure,
    denominator plan.figure,
    base_value plan.figure,
    base_denominator plan.figure,
    stage text check (stage in ('not_started', 'started', 'completed')),
    progress plan.figure check (progress between 0 and 100),
    occurred_on plan.day,
    reason text,
    next_step text,
    evidence text,
    note text,
    submitted_at plan.instant not null default now(),
    accepted_at plan.instant check (accepted_at = submitted_at),
    primary key (district_id, period, indicator, unit, revision),
    -- For intake.review, which repeats the instant.
    unique (district_id, period, indicator, unit, revision, submitted_at),
    constraint is_received foreign key (district_id, batch_id, submitted_at)
    references intake.batch (district_id, batch_id, received_at),
    constraint follows_previous foreign key (district_id, period, indicator, unit, previous_revision)
    references intake.submission (district_id, period, indicator, unit, revision),
    constraint says_something check ((value is null) = (stage is not null or progress is not null)),
    constraint denominator_has_value check (denominator is null or value is not null),
    constraint base_has_value check (base_value is null or value is not null),
    constraint base_denominator_has_denominator check (base_denominator is null or denominator is not null),
    constraint date_has_stage check (occurred_on is null or stage is not null)
);

comment on table intake.submission is 'Figures as submitted: a correction is a later revision; append-only';
comment on column intake.submission.district_id is 'District';
comment on column intake.submission.period is 'Period, as the first day of its month';
comment on column intake.submission.indicator is 'Indicator';
comment on column intake.submission.unit is 'Reporter';
comment on column intake.submission.revision is 'Revision of this figure, from 1';
comment on column intake.submission.previous_revision is 'Revision before this one, which must be there; empty for the first';
comment on column intake.submission.batch_id is 'File it came in';
comment on column intake.submission.line is 'Line of the file';
comment on column intake.submission.value is 'Value, or the numerator of a share or intensity';
comment on column intake.submission.denominator is 'Denominator of a share or intensity';
comment on column intake.submission.base_value is 'Value of the same period of the year before on a comparable basis, as stated';
comment on column intake.submission.base_denominator is 'Denominator of the same period of the year before, as stated';
comment on column intake.submission.stage is 'Stage of a milestone';
comment on column intake.submission.progress is 'Progress in percent, 0 to 100';
comment on column intake.submission.occurred_on is 'Date on which the stage was reached';
comment on column intake.submission.reason is 'Why the figure lags, as the reporter says (滞后原因)';
comment on column intake.submission.next_step is 'What will be done about it (下一步措施)';
comment on column intake.submission.evidence is 'Where what proves the figure can be found (佐证材料)';
comment on column intake.submission.note is 'The reporter''s note';
comment on column intake.submission.submitted_at is 'When it was submitted: when its file was received';
comment on column intake.submission.accepted_at is
'When it was accepted without review, which is at once; empty where the plan requires a review';

revoke update, delete, truncate on intake.submission from dabiao_owner;
grant update (previous_revision) on intake.submission to dabiao_owner;

grant select on intake.submission to dabiao_job;
grant insert (
    district_id, period, indicator, unit, revision, batch_id, line, value, denominator, base_value, base_denominator,
    stage, progress, occurred_on, reason, next_step, evidence, note, accepted_at
)
on intake.submission to dabiao_job;

commit;
