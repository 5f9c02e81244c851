select
    judged.district_id,
    row_number() over (
        partition by judged.district_id
        order by judged.ordinal, judged.unit_ordinal
    ) as ordinal,
    judged.indicator,
    judged.unit,
    judged.target,
    judged.target_revision,
    judged.figure_period,
    judged.value,
    judged.denominator,
    judged.base_value,
    judged.base_denominator,
    judged.actual,
    judged.gap,
    judged.attainment_pct,
    judged.expected_pct,
    judged.pace_pct,
    case when judged.exact_pace is not null then indicator.weight end as score_weight,
    case when judged.exact_pace is not null then indicator.weight * least(judged.exact_pace, 100) end as score_term,
    row_number() over (
        partition by judged.district_id
        order by
            case
                when judged.verdict in ('missed', 'off_track') then 1
                when judged.verdict = 'behind' then 2
                when judged.verdict in ('attained', 'on_track') then 4
                else 3
            end,
            judged.exact_pace,
            judged.ordinal,
            judged.unit_ordinal
    ) as worst_place,
    judged.verdict,
    case
        when verdict in ('not_due', 'no_data', 'not_assessable', 'overdue') then 'grey'
        when verdict in ('attained', 'on_track') then 'green'
        when verdict = 'behind' then 'yellow'
        else 'red'
    end as light,
    judged.rule,
    judged.coverage_pct,
    judged.provisional,
    judged.projected,
    judged.required_per_month,
    judged.stage,
    judged.occurred_on
from {{ ref("judged") }}
join {{ ref("work_plan") }} using (district_id)
join {{ ref("indicator") }} using (district_id, indicator)
where judged.reported_month = work_plan.month
