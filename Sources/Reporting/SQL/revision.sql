-- Rows that differ from the last earlier publication of the same month, and the figures that changed since.
-- $1 district_id, $2 year, $3 reported month, $4 as-of instant, $5 run_id

with
previous_run as (
    select
        run_id,
        as_of
    from report.run
    where
        district_id = $1
        and period = make_date($2, $3, 1)
        and outcome = 'published'
        and as_of < $4::timestamptz
    order by
        as_of desc,
        run_id desc
    limit 1
),

earlier_figure as (
    select distinct on (due.indicator, due.unit, due.month)
        due.indicator,
        due.unit,
        due.month,
        submission.revision
    from pg_temp.due
    cross join previous_run
    join intake.submission
        on
            submission.district_id = $1
            and submission.period = make_date($2, due.month, 1)
            and submission.indicator = due.indicator
            and submission.unit = due.unit
            and submission.submitted_at <= previous_run.as_of
    left join lateral (
        select review.outcome
        from intake.review
        where
            review.district_id = $1
            and review.period = submission.period
            and review.indicator = submission.indicator
            and review.unit = submission.unit
            and review.revision = submission.revision
            and review.reviewed_at <= previous_run.as_of
        order by review.reviewed_at desc
        limit 1
    ) as latest_review on true
    where
        case
            when latest_review.outcome is null then submission.accepted_at <= previous_run.as_of
            else latest_review.outcome = 'accepted'
        end
    order by
        due.indicator,
        due.unit,
        due.month,
        submission.revision desc
),

changed_figure as (
    select
        due.indicator,
        due.unit,
        string_agg(
            format(
                '%s %s: %s -> %s',
                due.unit,
                to_char(make_date($2, due.month, 1), 'YYYY-MM'),
                coalesce('revision ' || earlier_figure.revision, 'none'),
                coalesce('revision ' || figure.revision, 'none')
            ),
            '; ' order by due.month
        ) as because
    from pg_temp.due
    left join earlier_figure using (indicator, unit, month)
    left join pg_temp.figure using (indicator, unit, month)
    where earlier_figure.revision is distinct from figure.revision
    group by
        due.indicator,
        due.unit
)

insert into report.revision (district_id, run_id, ordinal, previous_run_id, because)
select
    $1,
    $5,
    evaluation.ordinal,
    previous_run.run_id,
    (
        select string_agg(changed_figure.because, '; ' order by changed_figure.unit collate "C")
        from changed_figure
        where
            changed_figure.indicator = evaluation.indicator
            and (evaluation.unit is null or changed_figure.unit = evaluation.unit)
    )
from report.evaluation
cross join previous_run
left join report.evaluation as previous
    on
        previous.district_id = $1
        and previous.run_id = previous_run.run_id
        and previous.indicator = evaluation.indicator
        and previous.unit is not distinct from evaluation.unit
where
    evaluation.district_id = $1
    and evaluation.run_id = $5
    and (
        previous.run_id is null
        or (previous.target, previous.actual, previous.attainment_pct, previous.verdict)
        is distinct from (evaluation.target, evaluation.actual, evaluation.attainment_pct, evaluation.verdict)
    )
