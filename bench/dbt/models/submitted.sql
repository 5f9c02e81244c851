-- Each submission of the plan year and the one before, with what the office last said of it.
with
latest_review as (
    select distinct on (district_id, period, indicator, unit, revision)
        district_id,
        period,
        indicator,
        unit,
        revision,
        outcome
    from {{ source("intake", "review") }}
    where
        reviewed_at <= '{{ var("as_of") }}'
        and period between date_trunc('year', '{{ var("period") }}'::date - interval '1 year') and '{{ var("period") }}'
    order by
        district_id,
        period,
        indicator,
        unit,
        revision,
        reviewed_at desc,
        review_id desc
)

select
    submission.*,
    case
        when latest_review.outcome is null then coalesce(submission.accepted_at <= '{{ var("as_of") }}', false)
        else latest_review.outcome = 'accepted'
    end as is_accepted
from {{ source("intake", "submission") }}
left join latest_review using (district_id, period, indicator, unit, revision)
where
    submission.submitted_at <= '{{ var("as_of") }}'
    and submission.period
    between date_trunc('year', '{{ var("period") }}'::date - interval '1 year') and '{{ var("period") }}'
