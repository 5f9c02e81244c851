-- What an analyst must know before trusting the figures (method, section 11).
-- $1 district_id, $2 year, $3 version, $4 reported month, $5 run_id

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
-- A time zone is dear to reckon with: this is done for the months alone, and for what is late or awaits something.
due_date as materialized (
    select
        reported.month,
        due_day.due_on,
        (due_day.due_on + interval '1 day') at time zone work_plan.time_zone as ends_at,
        work_plan.time_zone
    from work_plan
    cross join generate_series(1, $4) as reported (month)
    cross join lateral (
        select
            least(
                (make_date($2, reported.month, 1) + interval '1 month')::date + work_plan.due_day - 1,
                (make_date($2, reported.month, 1) + interval '2 months')::date - 1
            ) as due_on
    ) as due_day
),

-- What is due and did not simply come in time and count.
due as (
    select
        due.indicator,
        due.unit,
        due.month,
        due.revision,
        due.newest_revision,
        due.newest_status,
        due.newest_reason,
        due_date.due_on,
        (due.first_submitted_at at time zone due_date.time_zone)::date as first_submitted_on,
        (due.newest_submitted_at at time zone due_date.time_zone)::date as newest_submitted_on
    from pg_temp.due
    join due_date on due_date.month = due.month
    where
        due.revision is null
        or due.newest_status is not null
        or due.first_submitted_at >= due_date.ends_at
),

missing as (
    select
        due.indicator,
        due.unit,
        due.month,
        format('无已审数据，报送截止日为%s', to_char(due.due_on, 'YYYY-MM-DD')) as message_zh,
        format('No accepted figure; it is due by %s.', to_char(due.due_on, 'YYYY-MM-DD')) as message_en
    from due
    where due.revision is null
),

late as (
    select
        due.indicator,
        due.unit,
        due.month,
        format(
            '首次报送于%s，迟于截止日%s',
            to_char(due.first_submitted_on, 'YYYY-MM-DD'),
            to_char(due.due_on, 'YYYY-MM-DD')
        ) as message_zh,
        format(
            'First submitted on %s, after the due date %s.',
            to_char(due.first_submitted_on, 'YYYY-MM-DD'),
            to_char(due.due_on, 'YYYY-MM-DD')
        ) as message_en
    from due
    where
        due.revision is not null
        and due.first_submitted_on > due.due_on
),

-- Of the earlier publications that used another revision, the sentence quotes the last.
earlier_figure as (
    select distinct on (indicator, unit, month) *
    from pg_temp.earlier_use
    where revision is not null
    order by
        indicator,
        unit,
        month,
        as_of desc,
        run_id desc
),

-- What the revisions said that a sentence is to quote.
quoted as (
    select
        said.indicator,
        said.unit,
        said.month,
        said.revision,
        concat_ws(
            '，',
            '数值' || trim_scale(submission.value),
            '分母' || trim_scale(submission.denominator),
            '同期数' || trim_scale(submission.base_value),
            '同期分母' || trim_scale(submission.base_denominator),
            '节点' || case submission.stage
                when 'not_started' then '未启动'
                when 'started' then '已启动'
                when 'completed' then '已完成'
            end,
            '进度' || trim_scale(submission.progress) || '%'
        ) as content_zh,
        concat_ws(
            ', ',
            'value ' || trim_scale(submission.value),
            'denominator ' || trim_scale(submission.denominator),
            'base ' || trim_scale(submission.base_value),
            'base denominator ' || trim_scale(submission.base_denominator),
            'stage ' || submission.stage,
            'progress ' || trim_scale(submission.progress) || ' %'
        ) as content_en
    from (
        select
            indicator,
            unit,
            month,
            newest_revision as revision
        from due
        where newest_status in ('awaiting', 'returned')
        union
        select
            indicator,
            unit,
            month,
            revision
        from earlier_figure
        union
        select
            indicator,
            unit,
            month,
            revision_now
        from earlier_figure
    ) as said
    -- The limit makes it a look-up for each sentence, where a join would read all that the district ever submitted.
    cross join lateral (
        select submission.*
        from intake.submission
        where
            submission.district_id = $1
            and submission.period = make_date($2, said.month, 1)
            and submission.indicator = said.indicator
            and submission.unit = said.unit
            and submission.revision = said.revision
        limit 1
    ) as submission
),

awaiting_review as (
    select
        due.indicator,
        due.unit,
        due.month,
        format(
            '第%s次报送（%s）于%s报来，尚未审核',
            quoted.revision,
            quoted.content_zh,
            to_char(due.newest_submitted_on, 'YYYY-MM-DD')
        ) as message_zh,
        format(
            'Revision %s (%s), submitted on %s, awaits review.',
            quoted.revision,
            quoted.content_en,
            to_char(due.newest_submitted_on, 'YYYY-MM-DD')
        ) as message_en
    from due
    join quoted
        on
            quoted.indicator = due.indicator
            and quoted.unit = due.unit
            and quoted.month = due.month
            and quoted.revision = due.newest_revision
    where due.newest_status = 'awaiting'
),

returned as (
    select
        due.indicator,
        due.unit,
        due.month,
        format(
            '第%s次报送（%s）已退回，未再报送；退回原因：%s',
            quoted.revision,
            quoted.content_zh,
            rtrim(due.newest_reason, '。.')
        ) as message_zh,
        format(
            'Revision %s (%s) was returned and nothing newer came; the reason: %s.',
            quoted.revision,
            quoted.content_en,
            rtrim(due.newest_reason, '。.')
        ) as message_en
    from due
    join quoted
        on
            quoted.indicator = due.indicator
            and quoted.unit = due.unit
            and quoted.month = due.month
            and quoted.revision = due.newest_revision
    where due.newest_status = 'returned'
),

revised_after_publication as (
    select
        earlier_figure.indicator,
        earlier_figure.unit,
        earlier_figure.month,
        format(
            '%s报告采用第%s次报送（%s），现%s',
            to_char(earlier_figure.period, 'YYYY-MM'),
            earlier.revision,
            earlier.content_zh,
            case
                when now_counting.revision is null then '无已审数据'
                else format('采用第%s次报送（%s）', now_counting.revision, now_counting.content_zh)
            end
        ) as message_zh,
        format(
            'The report for %s used revision %s (%s); now %s.',
            to_char(earlier_figure.period, 'YYYY-MM'),
            earlier.revision,
            earlier.content_en,
            case
                when now_counting.revision is null then 'no figure is accepted'
                else format('revision %s (%s) counts', now_counting.revision, now_counting.content_en)
            end
        ) as message_en
    from earlier_figure
    join quoted as earlier
        on
            earlier.indicator = earlier_figure.indicator
            and earlier.unit = earlier_figure.unit
            and earlier.month = earlier_figure.month
            and earlier.revision = earlier_figure.revision
    left join quoted as now_counting
        on
            now_counting.indicator = earlier_figure.indicator
            and now_counting.unit = earlier_figure.unit
            and now_counting.month = earlier_figure.month
            and now_counting.revision = earlier_figure.revision_now
),

previous_figure as (
    select
        figure.*,
        lag(figure.value) over reporter_year as previous_value,
        lag(figure.month) over reporter_year as previous_month
    from pg_temp.due as figure
    join indicator on indicator.indicator = figure.indicator
    where
        figure.revision is not null
        and indicator.accumulation = 'cumulative'
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
            '累计值%s小于%s的%s',
            trim_scale(previous_figure.value),
            to_char(make_date($2, previous_figure.previous_month, 1), 'YYYY-MM'),
            trim_scale(previous_figure.previous_value)
        ) as message_zh,
        format(
            'The cumulative value is %s, less than the %s of %s.',
            trim_scale(previous_figure.value),
            trim_scale(previous_figure.previous_value),
            to_char(make_date($2, previous_figure.previous_month, 1), 'YYYY-MM')
        ) as message_en
    from previous_figure
    where previous_figure.value < previous_figure.previous_value
),

evaluation as (
    select *
    from report.evaluation
    where
        district_id = $1
        and run_id = $5
        and unit is null
),

part_exceeds_whole as (
    select
        part.indicator,
        null as unit,
        extract(month from part.figure_period)::integer as month,
        format(
            '累计数%s大于其所属指标%s的%s', trim_scale(part.value), whole.indicator, trim_scale(whole.value)
        ) as message_zh,
        format(
            'It stands at %s, more than the %s of %s, of which it is part.',
            trim_scale(part.value),
            trim_scale(whole.value),
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
        format(
            '分子%s大于分母%s', trim_scale(evaluation.value), trim_scale(evaluation.denominator)
        ) as message_zh,
        format(
            'The numerator %s exceeds the denominator %s.',
            trim_scale(evaluation.value),
            trim_scale(evaluation.denominator)
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
            '；',
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
    from pg_temp.due as figure
    join indicator on indicator.indicator = figure.indicator
    where
        figure.revision is not null
        and indicator.measure in ('growth', 'intensity_change')
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
        concat_ws(
            '；',
            case
                when figure.base_value is null
                    then format('数值%s无同期数：未报，上年同期亦无已审数据', trim_scale(figure.value))
            end,
            case
                when figure.measure = 'intensity_change' and figure.base_denominator is null
                    then format('分母%s无同期分母：未报，上年同期亦无已审数据', trim_scale(figure.denominator))
            end
        ) as message_zh,
        concat_ws(
            ' ',
            case
                when figure.base_value is null
                    then
                        format(
                            'The value %s has no base: none is stated, and none was accepted last year.',
                            trim_scale(figure.value)
                        )
            end,
            case
                when figure.measure = 'intensity_change' and figure.base_denominator is null
                    then
                        format(
                            'The denominator %s has no base: none is stated, and none was accepted last year.',
                            trim_scale(figure.denominator)
                        )
            end
        ) as message_en
    from (
        select
            figure.*,
            indicator.measure,
            indicator.accumulation,
            max(figure.month) over (partition by figure.ordinal, figure.unit_ordinal) as latest_month
        from pg_temp.due as figure
        join indicator on indicator.indicator = figure.indicator
        where
            figure.revision is not null
            and indicator.measure in ('growth', 'intensity_change')
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
            '分解合计%s与目标%s不符，相差%s',
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
        format('数值%s为负', trim_scale(figure.value)) as message_zh,
        format('The value %s is negative.', trim_scale(figure.value)) as message_en
    from pg_temp.due as figure
    join indicator on indicator.indicator = figure.indicator
    where
        figure.revision is not null
        and indicator.accumulation <> 'monthly'
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
    $5,
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
    indicator.name_zh
    || coalesce('（' || unit.name_zh || '）', '')
    || coalesce(to_char(make_date($2, found.month, 1), ' YYYY-MM'), '')
    || '：'
    || found.message_zh
    || '。',
    indicator.name_en
    || coalesce(' (' || unit.name_en || ')', '')
    || coalesce(to_char(make_date($2, found.month, 1), ', YYYY-MM'), '')
    || ': '
    || found.message_en
from found
join indicator on indicator.indicator = found.indicator
left join unit on unit.unit = found.unit
