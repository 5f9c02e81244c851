import Attainment
import Postgres

extension PeriodWindow {
  /// The windows of the twelve periods of a year, as they stand now.
  ///
  /// - Parameters:
  ///   - year: the plan year; the newest plan's where nil.
  ///   - district: code of the district; nil for the only one.
  ///   - connection: a connection whose login may read them.
  /// - Returns: a window a period, January first; empty where no plan is loaded.
  /// - Throws: ``IntakeError``, or `PostgresError`.
  public static func all(year: Int?, district: String?, on connection: isolated Connection) throws -> [PeriodWindow] {
    let districtID = try DistrictKey(district, on: connection).districtID
    let parameters = [districtID, year.map(String.init)]
    var exceptions: [String: [Exception]] = [:]
    for row in try connection.query(exceptionQuery, parameters) {
      exceptions[try row.required("period"), default: []].append(
        Exception(
          unit: row["unit"], indicator: row["indicator"], closesAt: try row.required("closes_at"),
          isInForce: try row.required("is_in_force") == "true", reason: try row.required("reason"),
          recordedBy: try row.required("recorded_by")))
    }
    return try connection.query(windowQuery, parameters).map { row in
      let period = try row.required("period")
      let dueDay = try row.required("due_day")
      let (earlyDays, today) = (Int(try row.required("early_days")) ?? 0, Day(parsing: try row.required("today")))
      guard let month = Month(parsing: period), let dueOn = Int(dueDay).flatMap({ month.due(by: $0) }) else {
        throw IntakeError(.configuration, "the plan holds the due day '\(dueDay)', which no figure of \(period) has")
      }
      let opening = month.opening(earlyDays: earlyDays)
      return PeriodWindow(
        period: period, opensOn: today.flatMap { $0 < opening ? opening.description : nil }, dueOn: dueOn.description,
        closesAt: row["closes_at"],
        isClosed: row["is_closed"] == "true", reason: row["reason"], exceptions: exceptions[period] ?? [])
    }
  }

  private static let newestPlan = """
    with work_plan as (
        select *
        from plan.work_plan
        where
            district_id = $1
            and ($2::integer is null or year = $2::integer)
        order by
            year desc,
            version desc
        limit 1
    )
    """

  private static let windowQuery = """
    \(newestPlan)

    select
        to_char(month.period, 'YYYY-MM') as period,
        work_plan.due_day,
        work_plan.early_days,
        (statement_timestamp() at time zone work_plan.time_zone)::date as today,
        to_char(closing.closes_at at time zone work_plan.time_zone, 'YYYY-MM-DD HH24:MI') as closes_at,
        (closing.closes_at <= statement_timestamp())::text as is_closed,
        closing.reason
    from work_plan
    cross join lateral (
        select make_date(work_plan.year, number, 1) as period
        from generate_series(1, 12) as number
    ) as month
    left join lateral (
        select
            closes_at,
            reason
        from intake.period_closing
        where
            period_closing.district_id = $1
            and period_closing.period = month.period
        order by closing_id desc
        limit 1
    ) as closing on true
    order by month.period
    """

  private static let exceptionQuery = """
    \(newestPlan)

    select
        to_char(window_exception.period, 'YYYY-MM') as period,
        window_exception.unit,
        window_exception.indicator,
        to_char(window_exception.closes_at at time zone work_plan.time_zone, 'YYYY-MM-DD HH24:MI') as closes_at,
        (
            window_exception.opens_at <= statement_timestamp()
            and window_exception.closes_at > statement_timestamp()
        )::text as is_in_force,
        window_exception.reason,
        window_exception.recorded_by
    from intake.window_exception
    join work_plan on work_plan.year = extract(year from window_exception.period)
    where window_exception.district_id = $1
    order by window_exception.exception_id
    """
}
