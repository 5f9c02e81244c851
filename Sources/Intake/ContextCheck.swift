import Postgres

/// What can be said of staged lines only with the plan and the submissions before them at hand.
struct ContextCheck {
  let districtID: String

  /// The moment of submission.
  let submittedAt: String

  /// Finds every fault of the staged lines (method, sections 2 to 5).
  ///
  /// - Throws: `PostgresError`.
  func run(faults: inout FaultLog, on connection: isolated Connection) throws {
    try connection.script(Self.table)
    try connection.execute(Self.fill, [districtID, submittedAt])
    // A cursor, so that however many faults there are, few are in memory; planned for all of its rows.
    try connection.script("analyze pg_temp.checked; set local cursor_tuple_fraction = 1")
    try connection.execute(
      "declare context_fault no scroll cursor for \(Self.query)", [districtID, submittedAt])
    var names = PlanNames(districtID: districtID)
    while true {
      let rows = try connection.query("fetch \(FaultLog.bufferLimit) from context_fault")
      if rows.isEmpty { break }
      for row in rows {
        if let fault = try Self.fault(row, &names, on: connection) { faults.add(fault) }
      }
      try faults.spillIfFull(on: connection)
    }
    try connection.script("close context_fault")
  }

  private static func fault(
    _ row: Row, _ names: inout PlanNames, on connection: isolated Connection
  ) throws -> Fault? {
    let line = Int(try row.required("line")) ?? 0
    let first = row["first"] ?? ""
    let second = row["second"] ?? ""
    let third = row["third"] ?? ""
    switch try row.required("code") {
    case "no_plan": return .noPlan(period: first, line: line)
    case "unknown_indicator":
      let nearest = try names.nearestIndicator(first, year: second, version: third, on: connection)
      return .unknownIndicator(first, nearest: nearest, line: line)
    case "unknown_unit":
      let nearest = try names.nearestUnit(first, year: second, version: third, on: connection)
      return .unknownUnit(first, nearest: nearest, line: line)
    case "not_reporter":
      return .notReporter(first, indicator: second, reporters: third.split(separator: " ").map(String.init), line: line)
    case "not_due": return .notDue(first, frequency: second, line: line)
    case "not_over": return .notOver(first, today: second, line: line)
    case "closed": return .closed(first, since: second, line: line)
    case "occurred_in_future": return .occurredInFuture(first, today: second, line: line)
    case "occurred_after_period": return .occurredAfterPeriod(first, period: second, line: line)
    case "missing": return SubmissionColumn(rawValue: first).map { .missing($0, line: line, measure: second) }
    case "not_taken":
      return SubmissionColumn(rawValue: first).map { .notTaken($0, second, measure: third, line: line) }
    case "stage_back": return .stageBack(first, earlier: second, period: third, line: line)
    case "stage_ahead": return .stageAhead(first, later: second, period: third, line: line)
    default: return .duplicate(first, first: Int(second) ?? 0, line: line)
    }
  }

  private static let table = """
    create temporary table checked (
        line integer not null,
        flawed integer not null,
        indicator text,
        unit text,
        period date,
        year smallint,
        version integer,
        review text,
        time_zone text,
        today date,
        closed_since timestamptz,
        measure text,
        frequency text,
        has_unit boolean,
        is_reporter boolean,
        is_due boolean
    ) on commit drop
    """

  /// Each staged line with what the plan of its year says of it; the newest version of the plan counts.
  private static let fill = """
    with
    newest_plan as (
        select distinct on (year)
            year,
            version,
            review,
            time_zone
        from plan.work_plan
        where district_id = $1
        order by
            year,
            version desc
    ),

    -- The last word on each period: when it closes, or null where it was opened again.
    closing as (
        select distinct on (period)
            period,
            closes_at
        from intake.period_closing
        where district_id = $1
        order by
            period,
            closing_id desc
    )

    insert into pg_temp.checked
    select
        staged.line,
        staged.flawed,
        staged.indicator,
        staged.unit,
        staged.period,
        extract(year from staged.period),
        work_plan.version,
        work_plan.review,
        work_plan.time_zone,
        ($2::timestamptz at time zone work_plan.time_zone)::date,
        closing.closes_at,
        indicator.measure,
        indicator.frequency,
        unit.unit is not null,
        reporter.unit is not null,
        frequency_period.month is not null
    from pg_temp.staged
    left join newest_plan as work_plan
        on work_plan.year = extract(year from staged.period)::smallint
    left join closing
        on
            closing.period = staged.period
            and closing.closes_at <= $2::timestamptz
    left join plan.indicator
        on
            indicator.district_id = $1
            and indicator.year = work_plan.year
            and indicator.version = work_plan.version
            and indicator.indicator = staged.indicator
    left join plan.unit
        on
            unit.district_id = $1
            and unit.year = work_plan.year
            and unit.version = work_plan.version
            and unit.unit = staged.unit
    left join plan.reporter
        on
            reporter.district_id = $1
            and reporter.year = work_plan.year
            and reporter.version = work_plan.version
            and reporter.indicator = staged.indicator
            and reporter.unit = staged.unit
    left join plan.frequency_period
        on
            frequency_period.frequency = indicator.frequency
            and frequency_period.month = extract(month from staged.period)
    """

  /// Columns: line, code of the fault, and what its sentence quotes.
  private static let query = """
    with
    accepts (measure, column_name, is_required) as (
        values
        ('total', 'value', true),
        ('stock', 'value', true),
        ('growth', 'value', true),
        ('growth', 'base_value', false),
        ('share', 'value', true),
        ('share', 'denominator', true),
        ('intensity_change', 'value', true),
        ('intensity_change', 'denominator', true),
        ('intensity_change', 'base_value', false),
        ('intensity_change', 'base_denominator', false),
        ('daily_average', 'value', true),
        ('milestone', 'stage', true),
        ('milestone', 'progress', false),
        ('milestone', 'occurred_on', false),
        ('progress', 'progress', true)
    ),

    cell as (
        select
            checked.line,
            checked.measure,
            checked.flawed,
            cell.*
        from pg_temp.checked
        join pg_temp.staged on staged.line = checked.line
        cross join lateral (
            values
            ('value', trim_scale(staged.value)::text, 3),
            ('denominator', trim_scale(staged.denominator)::text, 4),
            ('base_value', trim_scale(staged.base_value)::text, 5),
            ('base_denominator', trim_scale(staged.base_denominator)::text, 6),
            ('stage', staged.stage, 7),
            ('progress', trim_scale(staged.progress)::text, 8),
            ('occurred_on', staged.occurred_on::text, 9)
        ) as cell (column_name, content, ordinal)
        where checked.measure is not null
    ),

    -- Stages of the same reporter and year: those in the file, and the newest before it that were not returned.
    stage_before as (
        select distinct on (submission.indicator, submission.unit, submission.period)
            submission.indicator,
            submission.unit,
            submission.period,
            null::integer as line,
            submission.stage
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
                and review.reviewed_at <= $2::timestamptz
            order by
                review.reviewed_at desc,
                review.review_id desc
            limit 1
        ) as latest_review on true
        where
            submission.district_id = $1
            and submission.submitted_at <= $2::timestamptz
            and submission.stage is not null
            and latest_review.outcome is distinct from 'returned'
            and (submission.indicator, submission.unit) in (
                select
                    staged.indicator,
                    staged.unit
                from pg_temp.staged
                where staged.stage is not null
            )
            and (submission.indicator, submission.unit, submission.period) not in (
                select
                    staged.indicator,
                    staged.unit,
                    staged.period
                from pg_temp.staged
                where staged.stage is not null and staged.period is not null
            )
        order by
            submission.indicator,
            submission.unit,
            submission.period,
            submission.revision desc
    ),

    stage_series as (
        select
            series.*,
            lag(series.stage) over reporter_year as earlier_stage,
            lag(series.period) over reporter_year as earlier_period,
            lead(series.line) over reporter_year as later_line,
            lead(series.stage) over reporter_year as later_stage,
            lead(series.period) over reporter_year as later_period
        from (
            select *
            from stage_before
            union all
            select
                indicator,
                unit,
                period,
                line,
                stage
            from pg_temp.staged
            where
                stage is not null
                and period is not null
        ) as series
        window reporter_year as (
            partition by series.indicator, series.unit, extract(year from series.period)
            order by series.period
        )
    ),

    -- Growing tables are read beside the file's lines, and not from within a condition on a line, for a cluster's sake.
    exception as (
        select
            window_exception.period,
            window_exception.unit,
            window_exception.indicator
        from intake.window_exception
        where
            window_exception.district_id = $1
            and window_exception.opens_at <= $2::timestamptz
            and window_exception.closes_at > $2::timestamptz
    ),

    reporters as (
        select
            reporter.year,
            reporter.version,
            reporter.indicator,
            string_agg(reporter.unit, ' ' order by reporter.unit) as units
        from plan.reporter
        join (
            select distinct
                year,
                version,
                indicator
            from pg_temp.checked
            where
                measure is not null
                and has_unit
                and not is_reporter
        ) as asked
            on
                asked.year = reporter.year
                and asked.version = reporter.version
                and asked.indicator = reporter.indicator
        where reporter.district_id = $1
        group by
            reporter.year,
            reporter.version,
            reporter.indicator
    ),

    numbered as (
        select
            line,
            indicator,
            unit,
            period,
            min(line) over (partition by indicator, unit, period) as first_line
        from pg_temp.checked
        where
            indicator is not null
            and unit is not null
            and period is not null
    )

    select
        line,
        'no_plan' as code,
        to_char(period, 'YYYY-MM') as first,
        null as second,
        null as third
    from pg_temp.checked
    where
        period is not null
        and version is null
    union all
    select
        line,
        'unknown_indicator',
        indicator,
        year::text,
        version::text
    from pg_temp.checked
    where
        version is not null
        and indicator is not null
        and measure is null
    union all
    select
        line,
        'unknown_unit',
        unit,
        year::text,
        version::text
    from pg_temp.checked
    where
        version is not null
        and unit is not null
        and not has_unit
    union all
    select
        checked.line,
        'not_reporter',
        checked.unit,
        checked.indicator,
        reporters.units
    from pg_temp.checked
    left join reporters
        on
            reporters.year = checked.year
            and reporters.version = checked.version
            and reporters.indicator = checked.indicator
    where
        checked.measure is not null
        and checked.has_unit
        and not checked.is_reporter
    union all
    select
        line,
        'not_due',
        to_char(period, 'YYYY-MM'),
        frequency,
        null
    from pg_temp.checked
    where
        measure is not null
        and not is_due
    union all
    select
        line,
        'not_over',
        to_char(period, 'YYYY-MM'),
        to_char(today, 'YYYY-MM-DD'),
        null
    from pg_temp.checked
    where (period + interval '1 month')::date > today
    union all
    select
        checked.line,
        'closed',
        to_char(checked.period, 'YYYY-MM'),
        to_char(checked.closed_since at time zone checked.time_zone, 'YYYY-MM-DD HH24:MI'),
        null
    from pg_temp.checked
    where
        checked.closed_since is not null
        and not exists (
            select
            from exception
            where
                exception.period = checked.period
                and coalesce(exception.unit, checked.unit) = checked.unit
                and coalesce(exception.indicator, checked.indicator) = checked.indicator
        )
    union all
    select
        checked.line,
        'occurred_in_future',
        to_char(staged.occurred_on, 'YYYY-MM-DD'),
        to_char(checked.today, 'YYYY-MM-DD'),
        null
    from pg_temp.checked
    join pg_temp.staged on staged.line = checked.line
    where staged.occurred_on > checked.today
    union all
    select
        line,
        'occurred_after_period',
        to_char(occurred_on, 'YYYY-MM-DD'),
        to_char(period, 'YYYY-MM'),
        null
    from pg_temp.staged
    where occurred_on >= (period + interval '1 month')::date
    union all
    select
        cell.line,
        'missing',
        cell.column_name,
        cell.measure,
        null
    from cell
    join accepts
        on
            accepts.measure = cell.measure
            and accepts.column_name = cell.column_name
    where
        accepts.is_required
        and cell.content is null
        and cell.flawed & (1 << cell.ordinal) = 0
    union all
    select
        cell.line,
        'not_taken',
        cell.column_name,
        cell.content,
        cell.measure
    from cell
    left join accepts
        on
            accepts.measure = cell.measure
            and accepts.column_name = cell.column_name
    where
        accepts.measure is null
        and cell.content is not null
    union all
    select
        line,
        'stage_back',
        stage,
        earlier_stage,
        to_char(earlier_period, 'YYYY-MM')
    from stage_series
    where
        line is not null
        and array_position(array['not_started', 'started', 'completed'], stage)
        < array_position(array['not_started', 'started', 'completed'], earlier_stage)
    union all
    -- A period after the file's own, already on record, would then go back.
    select
        line,
        'stage_ahead',
        stage,
        later_stage,
        to_char(later_period, 'YYYY-MM')
    from stage_series
    where
        line is not null
        and later_line is null
        and array_position(array['not_started', 'started', 'completed'], stage)
        > array_position(array['not_started', 'started', 'completed'], later_stage)
    union all
    select
        line,
        'duplicate',
        concat_ws(', ', indicator, unit, to_char(period, 'YYYY-MM')),
        first_line::text,
        null
    from numbered
    where line > first_line
    """
}
