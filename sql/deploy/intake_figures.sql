-- Deploy dabiao:intake_figures to pg
-- requires: intake_access

begin;

set local role dabiao_owner;

create view intake.figures with (security_invoker = true) as
select distinct on (submission.district_id, submission.period, submission.indicator, submission.unit)
    submission.district_id,
    to_char(submission.period, 'YYYY-MM') as period,
    submission.indicator,
    submission.unit,
    submission.revision,
    submission.value,
    submission.denominator,
    submission.base_value,
    submission.base_denominator,
    submission.stage,
    submission.progress,
    submission.occurred_on,
    submission.submitted_at,
    case
        when latest_review.outcome is not null then latest_review.outcome
        when submission.accepted_at is not null then 'accepted'
        else 'awaiting_review'
    end as standing,
    latest_review.reason,
    latest_review.reviewed_at
from intake.submission
left join lateral (
    select
        review.outcome,
        review.reason,
        review.reviewed_at
    from intake.review
    where
        review.district_id = submission.district_id
        and review.period = submission.period
        and review.indicator = submission.indicator
        and review.unit = submission.unit
        and review.revision = submission.revision
    order by review.reviewed_at desc
    limit 1
) as latest_review on true
order by
    submission.district_id,
    submission.period,
    submission.indicator,
    submission.unit,
    submission.revision desc;

comment on view intake.figures is
'Newest revision of each figure that the reader may see, and where it stands; a unit''s own login sees its own figures';
comment on column intake.figures.district_id is 'District';
comment on column intake.figures.period is 'Period, YYYY-MM';
comment on column intake.figures.indicator is 'Indicator';
comment on column intake.figures.unit is 'Reporter';
comment on column intake.figures.revision is 'Newest revision';
comment on column intake.figures.value is 'Value, or the numerator of a share or intensity';
comment on column intake.figures.denominator is 'Denominator of a share or intensity';
comment on column intake.figures.base_value is 'Base value as stated';
comment on column intake.figures.base_denominator is 'Base denominator as stated';
comment on column intake.figures.stage is 'Stage of a milestone';
comment on column intake.figures.progress is 'Progress in percent';
comment on column intake.figures.occurred_on is 'Date on which the stage was reached';
comment on column intake.figures.submitted_at is 'When it was submitted';
comment on column intake.figures.standing is 'accepted, returned or awaiting_review';
comment on column intake.figures.reason is 'What the office said';
comment on column intake.figures.reviewed_at is 'When the office last reviewed it';

grant select on intake.figures to dabiao_reviewer, dabiao_submitter;

commit;
