with
reached as (
    select
        stretch.*,
        reported.month as reported_month,
        max(stretch.month) over (
            partition by stretch.district_id, stretch.ordinal, stretch.unit_ordinal, reported.month
        ) as figure_month
    from {{ ref("stretch") }}
    cross join generate_series(stretch.first_reported_month, stretch.last_month) as reported (month)
)

select
    district_id,
    ordinal,
    unit_ordinal,
    reported_month,
    max(figure_month) as figure_month,
    sum(value) as value,
    sum(denominator) as denominator,
    case when sum(bases) = sum(figures) then sum(base_value) end as base_value,
    case when sum(base_denominators) = sum(figures) then sum(base_denominator) end as base_denominator,
    sum(progress_sum) as progress_sum,
    sum(reporters) as reporters_with_figure,
    sum(figures) filter (where accumulation = 'monthly' or month = figure_month) as coverage_accepted,
    sum((make_date(year, month, 1) + interval '1 month')::date - make_date(year, covers_from, 1)) as covered_days,
    min(stage_rank) as stage_rank,
    max(occurred_on) as occurred_on
from reached
group by
    district_id,
    ordinal,
    unit_ordinal,
    reported_month
