import Postgres

/// What can be said of staged lines only with the plan and the submissions before them at hand.
struct ContextCheck {
  let districtID: String

  /// The moment of submission.
  let submittedAt: String

  /// Finds every fault of the staged lines (method, sections 2 to 5).
  ///
  /// - Throws: `PostgresError`.
  func faults(on connection: isolated Connection) throws -> FaultLog {
    try connection.script(Self.table)
    try connection.execute(Self.fill, [districtID, submittedAt])
    try connection.script("analyze pg_temp.checked")
    var found = FaultLog()
    var unknownIndicators: [(line: Int, code: String)] = []
    var unknownUnits: [(line: Int, code: String)] = []
    try connection.forEachRow(Self.query, [districtID]) { row in
      guard let line = row.text(0).flatMap({ Int($0) }) else { return }
      let first = row.text(2) ?? ""
      let second = row.text(3) ?? ""
      let third = row.text(4) ?? ""
      switch row.text(1) {
      case "no_plan": found.add(.noPlan(period: first, line: line))
      case "unknown_indicator": unknownIndicators.append((line, first))
      case "unknown_unit": unknownUnits.append((line, first))
      case "not_reporter":
        found.add(
          .notReporter(
            first, indicator: second, reporters: third.split(separator: " ").map(String.init), line: line))
      case "not_due": found.add(.notDue(first, frequency: second, line: line))
      case "not_over": found.add(.notOver(first, today: second, line: line))
      case "occurred_in_future": found.add(.occurredInFuture(first, today: second, line: line))
      case "occurred_after_period": found.add(.occurredAfterPeriod(first, period: second, line: line))
      case "missing":
        if let column = SubmissionColumn(rawValue: first) { found.add(.missing(column, line: line, measure: second)) }
      case "not_taken":
        if let column = SubmissionColumn(rawValue: first) {
          found.add(.notTaken(column, second, measure: third, line: line))
        }
      case "stage_back": found.add(.stageBack(first, earlier: second, period: third, line: line))
      default: found.add(.duplicate(first, first: Int(second) ?? 0, line: line))
      }
    }
    if !unknownIndicators.isEmpty {
      let known = try codes("indicator", on: connection)
      for (line, code) in unknownIndicators {
        found.add(.unknownIndicator(code, nearest: NearestCode.of(code, among: known), line: line))
      }
    }
    if !unknownUnits.isEmpty {
      let known = try codes("unit", on: connection)
      for (line, code) in unknownUnits {
        found.add(.unknownUnit(code, nearest: NearestCode.of(code, among: known), line: line))
      }
    }
    return found
  }

  /// The codes of the district's newest plan, from which a mistyped one is guessed.
  private func codes(_ table: String, on connection: isolated Connection) throws -> [String] {
    try connection.query(
      """
      select \(table) as code
      from plan.\(table)
      where
          district_id = $1
          and (year, version) = (
              select
                  year,
                  version
              from plan.work_plan
              where district_id = $1
              order by
                  year desc,
                  version desc
              limit 1
          )
      order by ordinal
      """, [districtID]
    ).map { try $0.required("code") }
  }

  private static let table = """
    create temporary table checked (
        line integer not null,
        flawed integer not null,
        indicator text,
        unit text,
        period date,
        year integer,
        version integer,
        review text,
        today date,
        measure text,
        frequency text,
        has_unit boolean,
        is_reporter boolean,
        is_due boolean
    ) on commit drop
    """

  /// Each staged line with what the plan of its year says of it; the newest version of the plan counts.
  private static let fill = """
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
        ($2::timestamptz at time zone work_plan.time_zone)::date,
        indicator.measure,
        indicator.frequency,
        unit.unit is not null,
        reporter.unit is not null,
        frequency_period.month is not null
    from pg_temp.staged
    left join lateral (
        select
            newest.version,
            newest.review,
            newest.time_zone
        from plan.work_plan as newest
        where
            newest.district_id = $1
            and newest.year = extract(year from staged.period)
        order by newest.version desc
        limit 1
    ) as work_plan on true
    left join plan.indicator
        on
            indicator.district_id = $1
            and indicator.year = extract(year from staged.period)
            and indicator.version = work_plan.version
            and indicator.indicator = staged.indicator
    left join plan.unit
        on
            unit.district_id = $1
            and unit.year = extract(year from staged.period)
            and unit.version = work_plan.version
            and unit.unit = staged.unit
    left join plan.reporter
        on
            reporter.district_id = $1
            and reporter.year = extract(year from staged.period)
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
            ('value', staged.value::text, 3),
            ('denominator', staged.denominator::text, 4),
            ('base_value', staged.base_value::text, 5),
            ('base_denominator', staged.base_denominator::text, 6),
            ('stage', staged.stage, 7),
            ('progress', staged.progress::text, 8),
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
            order by review.reviewed_at desc
            limit 1
        ) as latest_review on true
        where
            submission.district_id = $1
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
            lag(series.period) over reporter_year as earlier_period
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
        null,
        null
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
        null,
        null
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
        (
            select string_agg(reporter.unit, ' ' order by reporter.unit)
            from plan.reporter
            where
                reporter.district_id = $1
                and reporter.year = checked.year
                and reporter.version = checked.version
                and reporter.indicator = checked.indicator
        )
    from pg_temp.checked
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
