-- Rows that differ from the last earlier publication of the same month, and the figures that changed since.
-- $1 district_id, $2 year, $3 reported month, $4 as-of instant, $5 run_id

with
-- A publication that is repeated looks back at the same one as at first, whatever was published in between.
first_run as (
    select min(run_id) as run_id
    from report.run
    where
        district_id = $1
        and period = make_date($2, $3, 1)
        and as_of = $4::timestamptz
        and (outcome = 'published' or run_id = $5)
),

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
        and run_id < (select first_run.run_id from first_run)
    order by
        as_of desc,
        run_id desc
    limit 1
),

-- Only a figure about which something came after that publication can differ from what it used.
changed_figure as (
    select
        due.indicator,
        due.unit,
        string_agg(
            format(
                '%s %s: %s -> %s',
                due.unit,
                to_char(make_date($2, due.month, 1), 'YYYY-MM'),
                coalesce('revision ' || earlier.revision, 'none'),
                coalesce('revision ' || due.revision, 'none')
            ),
            '; ' order by due.month
        ) as because
    from previous_run
    join pg_temp.due on due.changed_at > previous_run.as_of
    left join lateral (
        select submission.revision
        from intake.submission
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
            submission.district_id = $1
            and submission.period = make_date($2, due.month, 1)
            and submission.indicator = due.indicator
            and submission.unit = due.unit
            and submission.submitted_at <= previous_run.as_of
            and case
                when latest_review.outcome is null then submission.accepted_at <= previous_run.as_of
                else latest_review.outcome = 'accepted'
            end
        order by submission.revision desc
        limit 1
    ) as earlier on true
    where earlier.revision is distinct from due.revision
    group by
        due.indicator,
        due.unit
),

-- What changed a row: on the district's own row all of an indicator's reporters.
cause as (
    select
        indicator,
        null as unit,
        string_agg(because, '; ' order by unit collate "C") as because
    from changed_figure
    group by indicator
    union all
    select
        indicator,
        unit,
        because
    from changed_figure
)

insert into report.revision (district_id, run_id, ordinal, previous_run_id, because)
select
    $1,
    $5,
    evaluation.ordinal,
    previous_run.run_id,
    cause.because
from report.evaluation
cross join previous_run
left join report.evaluation as previous
    on
        previous.district_id = $1
        and previous.run_id = previous_run.run_id
        and previous.indicator = evaluation.indicator
        and coalesce(previous.unit, '') = coalesce(evaluation.unit, '')
left join cause
    on
        cause.indicator = evaluation.indicator
        and coalesce(cause.unit, '') = coalesce(evaluation.unit, '')
where
    evaluation.district_id = $1
    and evaluation.run_id = $5
    and (
        previous.run_id is null
        or (previous.target, previous.actual, previous.attainment_pct, previous.verdict)
        is distinct from (evaluation.target, evaluation.actual, evaluation.attainment_pct, evaluation.verdict)
    )
