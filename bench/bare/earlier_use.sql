-- What earlier publications used where something else counts now: every figure accepted at their instant (method, section 3).
-- $1 district_id, $2 year, $3 reported month

with
-- Only a figure about which something came after the first publication that reached it can differ from what one used.
first_reached as (
    select
        reported.month,
        min(publication.as_of) as as_of
    from generate_series(1, $3) as reported (month)
    join pg_temp.earlier_publication as publication on publication.period >= make_date($2, reported.month, 1)
    group by reported.month
),

touched as (
    select
        due.indicator,
        due.unit,
        due.month,
        due.changed_at,
        due.revision
    from pg_temp.due
    join first_reached on first_reached.month = due.month
    where due.changed_at > first_reached.as_of
)

insert into pg_temp.earlier_use (run_id, period, as_of, indicator, unit, month, revision, revision_now)
select
    publication.run_id,
    publication.period,
    publication.as_of,
    touched.indicator,
    touched.unit,
    touched.month,
    used.revision,
    touched.revision
from touched
join pg_temp.earlier_publication as publication
    on
        publication.period >= make_date($2, touched.month, 1)
        and publication.as_of < touched.changed_at
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
            and review.reviewed_at <= publication.as_of
        order by
            review.reviewed_at desc,
            review.review_id desc
        limit 1
    ) as latest_review on true
    where
        submission.district_id = $1
        and submission.period = make_date($2, touched.month, 1)
        and submission.indicator = touched.indicator
        and submission.unit = touched.unit
        and submission.submitted_at <= publication.as_of
        and case
            when latest_review.outcome is null then submission.accepted_at <= publication.as_of
            else latest_review.outcome = 'accepted'
        end
    order by submission.revision desc
    limit 1
) as used on true
where used.revision is distinct from touched.revision
