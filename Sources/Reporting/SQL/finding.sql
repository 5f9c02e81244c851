-- What an analyst must know before trusting the figures (method, section 11).
-- $1 district_id, $2 year, $3 version, $4 reported month, $5 as-of instant, $6 run_id

with
work_plan as (
    select
        time_zone,
        due_day
    from plan.work_plan
    where
        district_id = $1
        and year = $2
        and version = $3
),

indicator as (
    select *
    from plan.indicator
    where
        district_id = $1
        and year = $2
        and version = $3
),

unit as (
    select *
    from plan.unit
    where
        district_id = $1
        and year = $2
        and version = $3
),

-- The due date is the plan's due day of the month after the period, or that month's last day where it is shorter.
due_date as (
    select
        reported.month,
        make_date($2, reported.month, 1) as period,
        least(
            (make_date($2, reported.month, 1) + interval '1 month')::date + work_plan.due_day - 1,
            (make_date($2, reported.month, 1) + interval '2 months')::date - 1
        ) as due_on,
        work_plan.time_zone
    from work_plan
    cross join generate_series(1, $4) as reported (month)
),

due as (
    select
        due.*,
        due_date.period,
        due_date.due_on,
        (due.first_submitted_at at time zone due_date.time_zone)::date as first_submitted_on,
        (due.newest_submitted_at at time zone due_date.time_zone)::date as newest_submitted_on
    from pg_temp.due
    join due_date on due_date.month = due.month
),

missing as (
    select
        due.indicator,
        due.unit,
        due.month,
        format('未报:%s年%s月数据应于%s前报送', $2, due.month, to_char(due.due_on, 'YYYY-MM-DD')) as message_zh,
        format(
            'No accepted figure for %s, due by %s.', to_char(due.period, 'YYYY-MM'), to_char(due.due_on, 'YYYY-MM-DD')
        ) as message_en
    from due
    where due.revision is null
),

late as (
    select
        due.indicator,
        due.unit,
        due.month,
        format(
            '迟报:首次报送于%s,应于%s前报送',
            to_char(due.first_submitted_on, 'YYYY-MM-DD'),
            to_char(due.due_on, 'YYYY-MM-DD')
        ) as message_zh,
        format(
            'First submitted on %s, due by %s.',
            to_char(due.first_submitted_on, 'YYYY-MM-DD'),
            to_char(due.due_on, 'YYYY-MM-DD')
        ) as message_en
    from due
    where
        due.revision is not null
        and due.first_submitted_on > due.due_on
),

awaiting_review as (
    select
        indicator,
        unit,
        month,
        format('待审:第%s次报送(%s)尚未审核', newest_revision, to_char(newest_submitted_on, 'YYYY-MM-DD')) as message_zh,
        format(
            'Revision %s of %s awaits review.', newest_revision, to_char(newest_submitted_on, 'YYYY-MM-DD')
        ) as message_en
    from due
    where newest_status = 'awaiting'
),

returned as (
    select
        indicator,
        unit,
        month,
        format('退回:第%s次报送已退回,未再报送;原因:%s', newest_revision, newest_reason) as message_zh,
        format(
            'Revision %s was returned and nothing newer came; reason: %s', newest_revision, newest_reason
        ) as message_en
    from due
    where newest_status = 'returned'
),

-- For each month, the last earlier publication whose figures reach that far.
earlier_run as (
    select distinct on (reported.month)
        reported.month,
        run.run_id,
        run.period,
        run.as_of
    from generate_series(1, $4) as reported (month)
    join report.run
        on
            run.district_id = $1
            and run.year = $2
            and run.outcome = 'published'
            and run.as_of < $5::timestamptz
            and run.period >= make_date($2, reported.month, 1)
    order by
        reported.month,
        run.as_of desc,
        run.run_id desc
),

-- Only a figure about which something came after that publication can differ from what it used.
earlier_figure as (
    select
        due.indicator,
        due.unit,
        due.month,
        earlier_run.period,
        earlier.revision,
        earlier.value,
        earlier.progress,
        due.revision as revision_now,
        coalesce(due.value, due.progress) as figure_now
    from due
    join earlier_run
        on
            earlier_run.month = due.month
            and earlier_run.as_of < due.changed_at
    cross join lateral (
        select
            submission.revision,
            submission.value,
            submission.progress
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
                and review.reviewed_at <= earlier_run.as_of
            order by review.reviewed_at desc
            limit 1
        ) as latest_review on true
        where
            submission.district_id = $1
            and submission.period = due.period
            and submission.indicator = due.indicator
            and submission.unit = due.unit
            and submission.submitted_at <= earlier_run.as_of
            and case
                when latest_review.outcome is null then submission.accepted_at <= earlier_run.as_of
                else latest_review.outcome = 'accepted'
            end
        order by submission.revision desc
        limit 1
    ) as earlier
),

revised_after_publication as (
    select
        earlier_figure.indicator,
        earlier_figure.unit,
        earlier_figure.month,
        format(
            '发布后修订:%s月报告采用第%s次报送(%s),现为%s',
            extract(month from earlier_figure.period),
            earlier_figure.revision,
            coalesce(trim_scale(coalesce(earlier_figure.value, earlier_figure.progress))::text, '无数值'),
            case
                when earlier_figure.revision_now is null then '无有效数据'
                else
                    format(
                        '第%s次报送(%s)',
                        earlier_figure.revision_now,
                        coalesce(trim_scale(earlier_figure.figure_now)::text, '无数值')
                    )
            end
        ) as message_zh,
        format(
            'The report for %s used revision %s (%s); now it is %s.',
            to_char(earlier_figure.period, 'YYYY-MM'),
            earlier_figure.revision,
            coalesce(trim_scale(coalesce(earlier_figure.value, earlier_figure.progress))::text, 'no value'),
            case
                when earlier_figure.revision_now is null then 'no accepted figure'
                else
                    format(
                        'revision %s (%s)',
                        earlier_figure.revision_now,
                        coalesce(trim_scale(earlier_figure.figure_now)::text, 'no value')
                    )
            end
        ) as message_en
    from earlier_figure
    where earlier_figure.revision_now is distinct from earlier_figure.revision
),

previous_figure as (
    select
        figure.*,
        lag(figure.value) over reporter_year as previous_value,
        lag(figure.month) over reporter_year as previous_month
    from pg_temp.figure
    join indicator on indicator.indicator = figure.indicator
    where indicator.accumulation = 'cumulative'
    window reporter_year as (
        partition by figure.ordinal, figure.unit_ordinal
        order by figure.month
    )
),

cumulative_decrease as (
    select
        previous_figure.indicator,
        previous_figure.unit,
        previous_figure.month,
        format(
            '累计值下降:%s月为%s,%s月为%s',
            previous_figure.previous_month,
            trim_scale(previous_figure.previous_value),
            previous_figure.month,
            trim_scale(previous_figure.value)
        ) as message_zh,
        format(
            'The cumulative value fell from %s in month %s to %s in month %s.',
            trim_scale(previous_figure.previous_value),
            previous_figure.previous_month,
            trim_scale(previous_figure.value),
            previous_figure.month
        ) as message_en
    from previous_figure
    where previous_figure.value < previous_figure.previous_value
),

evaluation as (
    select *
    from report.evaluation
    where
        district_id = $1
        and run_id = $6
        and unit is null
),

part_exceeds_whole as (
    select
        part.indicator,
        null as unit,
        extract(month from part.figure_period)::integer as month,
        format(
            '部分大于整体:%s为%s,其所属%s为%s', part.indicator, part.value, whole.indicator, whole.value
        ) as message_zh,
        format(
            '%s stands at %s, more than the %s of %s, of which it is part.',
            part.indicator,
            part.value,
            whole.value,
            whole.indicator
        ) as message_en
    from evaluation as part
    join indicator on indicator.indicator = part.indicator
    join evaluation as whole on whole.indicator = indicator.part_of
    where part.value > whole.value
),

numerator_exceeds_denominator as (
    select
        evaluation.indicator,
        null as unit,
        extract(month from evaluation.figure_period)::integer as month,
        format('分子%s大于分母%s', evaluation.value, evaluation.denominator) as message_zh,
        format(
            'The numerator %s exceeds the denominator %s.', evaluation.value, evaluation.denominator
        ) as message_en
    from evaluation
    join indicator on indicator.indicator = evaluation.indicator
    where
        indicator.measure = 'share'
        and evaluation.value > evaluation.denominator
),

base_differs as (
    select
        figure.indicator,
        figure.unit,
        figure.month,
        concat_ws(
            ';',
            case
                when figure.stated_base_value <> figure.last_value
                    then
                        format(
                            '所报同期数%s与上年已审数%s不一致',
                            trim_scale(figure.stated_base_value),
                            trim_scale(figure.last_value)
                        )
            end,
            case
                when figure.stated_base_denominator <> figure.last_denominator
                    then
                        format(
                            '所报同期分母%s与上年已审数%s不一致',
                            trim_scale(figure.stated_base_denominator),
                            trim_scale(figure.last_denominator)
                        )
            end
        ) as message_zh,
        concat_ws(
            ' ',
            case
                when figure.stated_base_value <> figure.last_value
                    then
                        format(
                            'The stated base is %s, last year''s accepted figure %s.',
                            trim_scale(figure.stated_base_value),
                            trim_scale(figure.last_value)
                        )
            end,
            case
                when figure.stated_base_denominator <> figure.last_denominator
                    then
                        format(
                            'The stated base denominator is %s, last year''s accepted one %s.',
                            trim_scale(figure.stated_base_denominator),
                            trim_scale(figure.last_denominator)
                        )
            end
        ) as message_en
    from pg_temp.figure
    join indicator on indicator.indicator = figure.indicator
    where
        indicator.measure in ('growth', 'intensity_change')
        and (
            figure.stated_base_value <> figure.last_value
            or (
                indicator.measure = 'intensity_change'
                and figure.stated_base_denominator <> figure.last_denominator
            )
        )
),

no_base as (
    select
        figure.indicator,
        figure.unit,
        figure.month,
        case
            when figure.base_value is null then '缺同期数:未报同期数,上年亦无已审数据'
            else '缺同期分母:未报同期分母,上年亦无已审数据'
        end as message_zh,
        case
            when figure.base_value is null
                then 'The base is neither stated nor known from last year.'
            else 'The base denominator is neither stated nor known from last year.'
        end as message_en
    from (
        select
            figure.*,
            indicator.measure,
            indicator.accumulation,
            max(figure.month) over (partition by figure.ordinal, figure.unit_ordinal) as latest_month
        from pg_temp.figure
        join indicator on indicator.indicator = figure.indicator
        where indicator.measure in ('growth', 'intensity_change')
    ) as figure
    where
        (figure.accumulation = 'monthly' or figure.month = figure.latest_month)
        and (
            figure.base_value is null
            or (figure.measure = 'intensity_change' and figure.base_denominator is null)
        )
),

allocation_mismatch as (
    select
        evaluation.indicator,
        null as unit,
        null::integer as month,
        format(
            '分解合计%s与目标%s不符,相差%s',
            trim_scale(sum(allocation.value)),
            trim_scale(evaluation.target),
            trim_scale(sum(allocation.value) - evaluation.target)
        ) as message_zh,
        format(
            'The allocations add up to %s, the target is %s: a difference of %s.',
            trim_scale(sum(allocation.value)),
            trim_scale(evaluation.target),
            trim_scale(sum(allocation.value) - evaluation.target)
        ) as message_en
    from evaluation
    join indicator on indicator.indicator = evaluation.indicator
    join plan.allocation
        on
            allocation.district_id = $1
            and allocation.year = $2
            and allocation.version = $3
            and allocation.indicator = evaluation.indicator
    where indicator.measure in ('total', 'stock')
    group by
        evaluation.indicator,
        evaluation.target
    having sum(allocation.value) <> evaluation.target
),

negative_value as (
    select
        figure.indicator,
        figure.unit,
        figure.month,
        format('负值:%s', trim_scale(figure.value)) as message_zh,
        format('The value is negative: %s.', trim_scale(figure.value)) as message_en
    from pg_temp.figure
    join indicator on indicator.indicator = figure.indicator
    where
        indicator.accumulation <> 'monthly'
        and figure.value < 0
),

found as (
    select 'missing' as code, 'warning' as severity, * from missing
    union all
    select 'late', 'info', * from late
    union all
    select 'awaiting_review', 'info', * from awaiting_review
    union all
    select 'returned', 'warning', * from returned
    union all
    select 'revised_after_publication', 'warning', * from revised_after_publication
    union all
    select 'cumulative_decrease', 'warning', * from cumulative_decrease
    union all
    select 'part_exceeds_whole', 'error', * from part_exceeds_whole
    union all
    select 'numerator_exceeds_denominator', 'error', * from numerator_exceeds_denominator
    union all
    select 'base_differs', 'info', * from base_differs
    union all
    select 'no_base', 'error', * from no_base
    union all
    select 'allocation_mismatch', 'error', * from allocation_mismatch
    union all
    select 'negative_value', 'warning', * from negative_value
)

insert into report.finding (
    district_id,
    run_id,
    ordinal,
    code,
    severity,
    indicator,
    unit,
    figure_period,
    message_zh,
    message_en
)
select
    $1,
    $6,
    row_number() over (
        order by
            indicator.ordinal,
            found.code collate "C",
            unit.ordinal nulls first,
            found.month nulls first
    ),
    found.code,
    found.severity,
    found.indicator,
    found.unit,
    make_date($2, found.month, 1),
    indicator.name_zh || coalesce('(' || unit.name_zh || ')', '') || ':' || found.message_zh || '。',
    indicator.name_en || coalesce(' (' || unit.name_en || ')', '') || ': ' || found.message_en
from found
join indicator on indicator.indicator = found.indicator
left join unit on unit.unit = found.unit
