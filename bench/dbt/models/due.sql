-- Every figure that is due, with the accepted figure and its base.
select
    indicator.district_id,
    indicator.ordinal,
    indicator.indicator,
    indicator.measure,
    indicator.accumulation,
    indicator.required_stage,
    reporter.unit,
    reporter.unit_ordinal,
    frequency_period.month,
    frequency_period.covers_from,
    accepted.indicator is not null as is_in,
    accepted.value,
    accepted.denominator,
    coalesce(accepted.base_value, base.value) as base_value,
    coalesce(accepted.base_denominator, base.denominator) as base_denominator,
    accepted.stage,
    accepted.progress,
    accepted.occurred_on,
    first_submission.submitted_at as first_submitted_at
from {{ ref("indicator") }}
join {{ ref("work_plan") }} using (district_id)
join {{ ref("reporter") }} using (district_id, indicator)
join {{ source("plan", "frequency_period") }}
    on
        frequency_period.frequency = indicator.frequency
        and frequency_period.month <= work_plan.month
left join {{ ref("accepted") }}
    on
        accepted.district_id = indicator.district_id
        and accepted.period = make_date(work_plan.year, frequency_period.month, 1)
        and accepted.indicator = indicator.indicator
        and accepted.unit = reporter.unit
left join {{ ref("accepted") }} as base
    on
        base.district_id = indicator.district_id
        and base.period = make_date(work_plan.year - 1, frequency_period.month, 1)
        and base.indicator = indicator.indicator
        and base.unit = reporter.unit
        and indicator.measure in ('growth', 'intensity_change')
left join {{ ref("submitted") }} as first_submission
    on
        first_submission.district_id = indicator.district_id
        and first_submission.period = make_date(work_plan.year, frequency_period.month, 1)
        and first_submission.indicator = indicator.indicator
        and first_submission.unit = reporter.unit
        and first_submission.revision = 1
