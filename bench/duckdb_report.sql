-- The month's figures of all districts, measured in DuckDB over the attached database `pg` (method, sections 2 to 5 and 10).
-- $year, $month, $as_of; the tables `today` and `due_date` hold what the districts' calendars say.

create temp table work_plan as
select
    district_id,
    max(version) as version
from pg.plan.work_plan
where year = $year
group by district_id;

create temp table indicator as
select indicator.* replace (indicator.behind_floor::decimal(20, 6) as behind_floor)
from pg.plan.indicator
join work_plan using (district_id, version)
where year = $year;

create temp table reporter as
select reporter.*
from pg.plan.reporter
join work_plan using (district_id, version)
where year = $year;

create temp table unit as
select unit.*
from pg.plan.unit
join work_plan using (district_id, version)
where year = $year;

create temp table due_period as
select *
from pg.plan.frequency_period
where month <= $month;

-- DuckDB reads a column of a domain as text. Where there are many rows, PostgreSQL is asked for them with their types.
create temp table latest_review as
from postgres_query(
    'pg',
    format(
        '
        select distinct on (district_id, period, indicator, unit, revision)
            district_id,
            period,
            indicator,
            unit,
            revision,
            outcome
        from intake.review
        where
            period between make_date({0} - 1, 1, 1) and make_date({0}, {1}, 1)
            and reviewed_at <= ''{2}''
        order by
            district_id,
            period,
            indicator,
            unit,
            revision,
            reviewed_at desc,
            review_id desc
        ',
        $year,
        $month,
        $as_of
    )
);

create temp table submission as
from postgres_query(
    'pg',
    format(
        '
        select
            district_id,
            period,
            indicator,
            unit,
            revision,
            value::numeric(20, 6),
            denominator::numeric(20, 6),
            base_value::numeric(20, 6),
            base_denominator::numeric(20, 6),
            stage,
            progress::numeric(20, 6),
            occurred_on,
            submitted_at,
            accepted_at
        from intake.submission
        where
            period between make_date({0} - 1, 1, 1) and make_date({0}, {1}, 1)
            and submitted_at <= ''{2}''
        ',
        $year,
        $month,
        $as_of
    )
);

create temp table submitted as
select
    submission.* exclude (period, accepted_at),
    date_part('year', submission.period) = $year as is_current,
    date_part('month', submission.period)::integer as month,
    coalesce(latest_review.outcome = 'accepted', submission.accepted_at <= $as_of, false) as is_accepted
from submission
left join latest_review using (district_id, period, indicator, unit, revision);

create temp table accepted as
select distinct on (district_id, is_current, month, indicator, unit) *
from submitted
where is_accepted
order by revision desc;

create temp table due as
select
    indicator.district_id,
    indicator.indicator,
    indicator.measure,
    indicator.accumulation,
    indicator.required_stage,
    reporter.unit,
    due_period.month,
    due_period.covers_from,
    figure.value,
    figure.denominator,
    coalesce(figure.base_value, base.value) as base_value,
    coalesce(figure.base_denominator, base.denominator) as base_denominator,
    figure.stage,
    figure.progress,
    figure.occurred_on,
    figure.is_accepted,
    first_submitted.submitted_at
from indicator
join reporter using (district_id, indicator)
join due_period using (frequency)
left join accepted as figure
    on
        figure.is_current
        and figure.district_id = indicator.district_id
        and figure.indicator = indicator.indicator
        and figure.unit = reporter.unit
        and figure.month = due_period.month
left join accepted as base
    on
        not base.is_current
        and base.district_id = indicator.district_id
        and base.indicator = indicator.indicator
        and base.unit = reporter.unit
        and base.month = due_period.month
left join submitted as first_submitted
    on
        first_submitted.is_current
        and first_submitted.revision = 1
        and first_submitted.district_id = indicator.district_id
        and first_submitted.indicator = indicator.indicator
        and first_submitted.unit = reporter.unit
        and first_submitted.month = due_period.month;

create temp table target as
select distinct on (target.district_id, target.indicator)
    target.district_id,
    target.indicator,
    target.revision,
    target.value::decimal(20, 6) as value
from pg.plan.target
join work_plan using (district_id, version)
join today using (district_id)
where
    target.year = $year
    and (target.decided_on::date <= today.today or target.revision = 1)
order by
    target.district_id,
    target.indicator,
    target.decided_on::date <= today.today desc,
    target.revision desc;

-- What is to be measured: each district in every month, and each unit that has an allocation in the reported one.
create temp table scope as
select
    indicator.district_id,
    indicator.indicator,
    null as unit,
    reported.month::integer as month,
    target.value as target,
    target.revision as target_revision,
    expected.reporters
from indicator
join (
    select
        district_id,
        indicator,
        count(*) as reporters
    from reporter
    group by all
) as expected using (district_id, indicator)
left join target using (district_id, indicator)
cross join generate_series(1, $month) as reported (month)
union all
select
    allocation.district_id,
    allocation.indicator,
    allocation.unit,
    $month,
    allocation.value::decimal(20, 6),
    null,
    1
from pg.plan.allocation
join work_plan using (district_id, version)
where allocation.year = $year;

-- The figures that each of these is made of: all of the year where months add up, otherwise each reporter's latest.
create temp table used as
select
    scope.unit as scope_unit,
    scope.month as reported_month,
    due.*,
    due.month = max(due.month) over (
        partition by due.district_id, due.indicator, scope.unit, scope.month
    ) as is_latest
from scope
join due
    on
        due.district_id = scope.district_id
        and due.indicator = scope.indicator
        and due.month <= scope.month
        and (scope.unit is null or scope.unit = due.unit)
where due.is_accepted
qualify
    due.accumulation = 'monthly'
    or due.month = max(due.month) over (
        partition by due.district_id, due.indicator, scope.unit, scope.month, due.unit
    );

create temp table measured as
with
summed as (
    select
        district_id,
        indicator,
        scope_unit,
        reported_month,
        max(month) as reached,
        sum(value) as value,
        sum(denominator) as denominator,
        case when count(base_value) = count(*) then sum(base_value) end as base_value,
        case when count(base_denominator) = count(*) then sum(base_denominator) end as base_denominator,
        count(distinct unit) as reporters,
        count(*) as figures,
        count(*) filter (is_latest) as latest_figures,
        sum(
            case
                when measure = 'progress' then progress
                when stage = 'completed' or stage = required_stage then 100
                else least(coalesce(progress, 0), 99)
            end
        ) as progress_sum,
        min(case stage when 'not_started' then 0 when 'started' then 1 when 'completed' then 2 end) as stage_rank,
        max(occurred_on) as occurred_on,
        list(distinct (month, covers_from)) filter (measure = 'daily_average' and accumulation = 'monthly') as spans
    from used
    group by all
)

select
    scope.district_id,
    scope.indicator,
    scope.unit,
    scope.month,
    scope.target,
    scope.target_revision,
    scope.reporters,
    indicator.measure,
    indicator.direction,
    indicator.due_month,
    indicator.behind_floor,
    (
        select max(due_period.month)
        from due_period
        where
            due_period.frequency = indicator.frequency
            and due_period.month <= scope.month
    ) as latest_due,
    summed.reached,
    summed.value,
    summed.denominator,
    summed.base_value,
    summed.base_denominator,
    summed.reporters as count,
    summed.progress_sum,
    summed.stage_rank,
    summed.occurred_on,
    case when indicator.accumulation = 'monthly' then summed.figures else summed.latest_figures end as accepted,
    case
        when indicator.accumulation = 'monthly'
            then
                scope.reporters * (
                    select count(*)
                    from due_period
                    where
                        due_period.frequency = indicator.frequency
                        and due_period.month <= summed.reached
                )
        else scope.reporters
    end as wanted,
    case
        when indicator.measure <> 'daily_average' then null
        when indicator.accumulation = 'monthly'
            then
                list_sum(
                    list_transform(
                        summed.spans,
                        lambda span:
                            last_day(make_date($year, span[1], 1)) - make_date($year, span[2], 1) + 1
                    )
                )
        else last_day(make_date($year, summed.reached, 1)) - make_date($year, 1, 1) + 1
    end as days
from scope
join indicator using (district_id, indicator)
left join unit using (district_id, unit)
left join summed
    on
        summed.district_id = scope.district_id
        and summed.indicator = scope.indicator
        and summed.reported_month = scope.month
        and summed.scope_unit is not distinct from scope.unit
order by
    scope.district_id,
    indicator.ordinal,
    unit.ordinal nulls first,
    scope.month;

create temp table reporting_rate as
select
    due.district_id,
    due.unit,
    make_date($year, due.month, 1) as figure_period,
    count(*) as due,
    count(due.submitted_at) as submitted,
    count(*) filter (due.submitted_at < due_date.ends_at) as on_time,
    count(*) filter (due.is_accepted) as accepted
from due
join due_date using (district_id, month)
group by all
order by all;
