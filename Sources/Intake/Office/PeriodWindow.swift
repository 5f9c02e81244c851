import Attainment
import Postgres

/// The windows in which figures of a period may be submitted: open until the office closes it, and then only under an
/// exception. Each decision is a row of its own, never changed; the last word on a period stands.
public struct PeriodWindow: Sendable {
  /// An exception that lets figures of a closed period in.
  public struct Exception: Equatable, Sendable {
    /// Code of the unit that may submit; nil for every unit.
    public let unit: String?
    /// Code of the indicator that may be submitted; nil for every indicator.
    public let indicator: String?
    /// Before when, in the plan's time zone, `YYYY-MM-DD HH:mm`.
    public let closesAt: String
    /// Whether it still holds.
    public let isInForce: Bool
    /// Why.
    public let reason: String
    /// Login that recorded it.
    public let recordedBy: String
  }

  /// Period, `YYYY-MM`.
  public let period: String
  /// First day on which its figures are taken, `YYYY-MM-DD`; nil where it has come.
  public let opensOn: String?
  /// Day by which its figures are due, `YYYY-MM-DD`.
  public let dueOn: String
  /// From when on submissions are refused, in the plan's time zone, `YYYY-MM-DD HH:mm`; nil where no closing is set.
  public let closesAt: String?
  /// Whether that moment has come.
  public let isClosed: Bool
  /// Why it was closed, or opened again; nil where neither was done.
  public let reason: String?
  /// The exceptions from its closing, in the order in which they were recorded.
  public let exceptions: [Exception]
}

/// When an exception ends: an instant, or a day that it still includes, in the plan's time zone.
public enum Deadline: Equatable, Sendable {
  /// Before an instant.
  case instant(Instant)
  /// To the end of a day, `YYYY-MM-DD`.
  case day(String)

  /// A deadline from `2020-07-25` or from an instant; nil for any other text.
  public init?(_ text: String) {
    if Day(parsing: text) != nil {
      self = .day(text)
    } else if let instant = Instant(parsing: text) {
      self = .instant(instant)
    } else {
      return nil
    }
  }
}

/// A decision of the office on a period's window.
public struct WindowDecision: Sendable {
  private enum Content: Sendable {
    case closing(Instant?)
    case reopening
    case exception(unit: String?, indicator: String?, from: Instant?, until: Deadline)
  }

  private let content: Content
  private let period: String
  private let reason: String

  private init(_ content: Content, period: String, reason: String) throws(IntakeError) {
    guard !reason.allSatisfy(\.isWhitespace) else {
      throw IntakeError(.badData, "a decision on a period needs a reason", hint: "say why with --reason")
    }
    self.content = content
    self.period = period
    self.reason = reason
  }

  /// Closes a period (`YYYY-MM`) from an instant on; from now on where nil.
  ///
  /// - Throws: ``IntakeError`` of kind `badData` without a reason.
  public static func close(period: String, at instant: Instant?, reason: String) throws(IntakeError) -> WindowDecision {
    try WindowDecision(.closing(instant), period: period, reason: reason)
  }

  /// Opens a period (`YYYY-MM`) again for everybody, without a closing.
  ///
  /// - Throws: ``IntakeError`` of kind `badData` without a reason.
  public static func reopen(period: String, reason: String) throws(IntakeError) -> WindowDecision {
    try WindowDecision(.reopening, period: period, reason: reason)
  }

  /// Lets figures of a closed period in, until a deadline.
  ///
  /// - Parameters:
  ///   - period: the period, `YYYY-MM`.
  ///   - unit: code of the unit that may submit; nil for every unit.
  ///   - indicator: code of the indicator; nil for every indicator.
  ///   - from: the moment from which it holds, for loading history; now where nil.
  ///   - until: when it ends.
  ///   - reason: why.
  /// - Returns: the decision, to be recorded.
  /// - Throws: ``IntakeError`` of kind `badData` without a reason.
  public static func except(
    period: String, unit: String?, indicator: String?, from: Instant? = nil, until: Deadline, reason: String
  ) throws(IntakeError) -> WindowDecision {
    try WindowDecision(
      .exception(unit: unit, indicator: indicator, from: from, until: until), period: period, reason: reason)
  }

  /// Puts the decision on record.
  ///
  /// - Returns: the moment it speaks of, in the plan's time zone, `YYYY-MM-DD HH:mm`; nil for a reopening.
  /// - Throws: ``IntakeError`` where the plan knows no such period, unit or indicator, or where an exception would end
  ///   before it begins; `PostgresError`.
  public func record(district: String?, on connection: isolated Connection) throws -> String? {
    if case .exception(_, _, .some, _) = content { try History.permit(on: connection) }
    return try connection.transaction { connection in
      let districtID = try DistrictKey(district, on: connection).districtID
      let plan = try PlanKey(districtID: districtID, period: period, on: connection)
      switch content {
      case .closing(let instant):
        return try recordClosing(at: instant, plan, on: connection)
      case .reopening:
        try connection.execute(
          """
          insert into intake.period_closing (district_id, period, reason)
          values ($1, to_date($2, 'YYYY-MM'), $3)
          """, [districtID, period, reason])
        return nil
      case .exception(let unit, let indicator, let from, let until):
        try plan.expect("unit", unit, on: connection)
        try plan.expect("indicator", indicator, on: connection)
        return try recordException(unit, indicator, from, until, plan, on: connection)
      }
    }
  }

  private func recordClosing(at instant: Instant?, _ plan: PlanKey, on connection: isolated Connection) throws -> String
  {
    try connection.queryOne(
      """
      insert into intake.period_closing (district_id, period, closes_at, reason)
      values ($1, to_date($2, 'YYYY-MM'), coalesce($3::timestamptz, statement_timestamp()), $4)
      returning to_char(closes_at at time zone $5, 'YYYY-MM-DD HH24:MI') as moment
      """, [plan.districtID, period, instant?.description, reason, plan.timeZone]
    ).required("moment")
  }

  private func recordException(
    _ unit: String?, _ indicator: String?, _ from: Instant?, _ until: Deadline, _ plan: PlanKey,
    on connection: isolated Connection
  ) throws -> String {
    let (instant, day): (String?, String?) =
      switch until {
      case .instant(let instant): (instant.description, nil)
      case .day(let day): (nil, day)
      }
    let row = try connection.queryFirst(
      """
      with moments as (
          select
              coalesce($5::timestamptz, now()) as opens_at,
              coalesce($6::timestamptz, ($7::date + 1)::timestamp at time zone $9) as closes_at
      )

      insert into intake.window_exception (
          district_id, period, unit, indicator, closes_at, reason\(from == nil ? "" : ", opens_at")
      )
      select
          $1,
          to_date($2, 'YYYY-MM'),
          $3,
          $4,
          closes_at,
          $8\(from == nil ? "" : ", opens_at")
      from moments
      where closes_at > opens_at
      returning to_char(closes_at at time zone $9, 'YYYY-MM-DD HH24:MI') as moment
      """,
      [
        plan.districtID, period, unit, indicator, from?.description, instant, day, reason, plan.timeZone,
      ])
    guard let row else {
      throw IntakeError(.badData, "the exception would end before it begins", hint: "give a later --until")
    }
    return try row.required("moment")
  }
}
