-- Revert dabiao:shard_policies from pg

begin;

set local role dabiao_owner;

create or replace function intake.speaks_for(of_district integer, of_unit text) returns boolean
language sql stable
return exists (
    select
    from intake.member
    where
        member.district_id = of_district
        and member.login = session_user
        and member.unit = of_unit
);

create or replace function intake.admits(
    of_district integer,
    of_period date,
    of_indicator text,
    of_unit text,
    submitted_at timestamptz,
    accepted_at timestamptz
) returns boolean
language sql stable
return exists (
    select
    from intake.member
    cross join lateral (
        select
            newest.version,
            newest.review,
            newest.time_zone
        from plan.work_plan as newest
        where
            newest.district_id = of_district
            and newest.year = extract(year from of_period)::smallint
        order by newest.version desc
        limit 1
    ) as work_plan
    join plan.reporter
        on
            reporter.district_id = of_district
            and reporter.year = extract(year from of_period)::smallint
            and reporter.version = work_plan.version
            and reporter.indicator = of_indicator
            and reporter.unit = of_unit
    join plan.indicator
        on
            indicator.district_id = of_district
            and indicator.year = extract(year from of_period)::smallint
            and indicator.version = work_plan.version
            and indicator.indicator = of_indicator
    join plan.frequency_period
        on
            frequency_period.frequency = indicator.frequency
            and frequency_period.month = extract(month from of_period)::smallint
    where
        member.district_id = of_district
        and member.login = session_user
        and member.unit = of_unit
        and (of_period + interval '1 month') <= (submitted_at at time zone work_plan.time_zone)
        and accepted_at is not distinct from case when work_plan.review = 'automatic' then submitted_at end
);

create or replace function intake.is_open(
    of_district integer,
    of_period date,
    of_indicator text,
    of_unit text,
    at_instant timestamptz
) returns boolean
language sql stable
return coalesce((
    select closes_at > at_instant
    from intake.period_closing
    where
        period_closing.district_id = of_district
        and period_closing.period = of_period
    order by closing_id desc
    limit 1
), true)
or exists (
    select
    from intake.window_exception
    where
        window_exception.district_id = of_district
        and window_exception.period = of_period
        and window_exception.opens_at <= at_instant
        and window_exception.closes_at > at_instant
        and coalesce(window_exception.unit, of_unit) = of_unit
        and coalesce(window_exception.indicator, of_indicator) = of_indicator
);

alter policy submission_add_own on intake.submission
with check (
    sender_unit is not null
    and intake.admits(district_id, period, indicator, unit, submitted_at, accepted_at)
    and submitted_at > statement_timestamp() - interval '5 minutes'
);
create policy submission_add_open on intake.submission
as restrictive for insert to dabiao_submitter
with check (intake.is_open(district_id, period, indicator, unit, submitted_at));

commit;
