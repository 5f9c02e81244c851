import Attainment
import Postgres

/// What the office says of an indicator in a month (method, section 14): append-only, the last one stands. It changes no
/// figure and no verdict.
public struct OfficeComment: Sendable {
  /// A comment on record.
  public struct Recorded: Equatable, Sendable {
    /// The reported month, `YYYY-MM`.
    public let month: String
    /// Code of the indicator.
    public let indicator: String
    /// What is said; nil where it takes back what was said before.
    public let text: String?
    /// Whether it stands: nothing was said after it, and it takes nothing back.
    public let stands: Bool
    /// When it was said, in the plan's time zone, `YYYY-MM-DD HH:mm`.
    public let saidAt: String
    /// Login that said it.
    public let saidBy: String
  }

  private let indicator: String
  private let month: Month
  private let text: String
  private let saidAt: Instant?

  /// A comment to be recorded.
  ///
  /// - Parameters:
  ///   - text: what is said; a blank one takes back what was said before.
  ///   - indicator: code of the indicator.
  ///   - month: the reported month.
  ///   - saidAt: the moment, for loading history; now where nil.
  public init(_ text: String, on indicator: String, in month: Month, saidAt: Instant? = nil) {
    self.indicator = indicator
    self.month = month
    self.text = text.allSatisfy(\.isWhitespace) ? "" : text
    self.saidAt = saidAt
  }

  /// Whether it takes back what was said before.
  public var takesBack: Bool { text.isEmpty }

  /// Puts the comment on record.
  ///
  /// - Parameters:
  ///   - district: code of the district; nil for the only one.
  ///   - connection: a connection whose login is a member of `dabiao_office`.
  /// - Throws: ``IntakeError`` where the plan knows no such month or indicator, where there is nothing to take back, or
  ///   where the login may not state the moment; `PostgresError`.
  public func record(district: String?, on connection: isolated Connection) throws {
    if saidAt != nil { try History.permit(on: connection) }
    let districtID = try DistrictKey(district, on: connection).districtID
    // One after another, so that of two comments the later one is the last.
    try Intake.holding(districtID, on: connection) { connection in
      try connection.transaction { connection in
        let plan = try PlanKey(districtID: districtID, period: month.description, on: connection)
        try plan.expect("indicator", indicator, on: connection)
        if takesBack {
          let said = try Self.query(districtID, indicator, month, at: saidAt, on: connection)
          guard said.contains(where: \.stands) else {
            throw IntakeError(
              .badData, "nothing is said of \(indicator) in \(month) that could be taken back",
              hint: "see what is with 'dabiao comment --list'")
          }
        }
        try connection.execute(
          """
          insert into intake.comment (district_id, period, indicator, text\(saidAt == nil ? "" : ", said_at"))
          values ($1, $2, $3, $4\(saidAt == nil ? "" : ", $5::timestamptz"))
          """,
          [districtID, month.firstDay.description, indicator, text] + (saidAt.map { [$0.description] } ?? []))
      }
    }
  }

  /// The comments on record, as they were made within an indicator and month.
  ///
  /// - Parameters:
  ///   - indicator: code of the only indicator wanted; nil for all.
  ///   - month: the only month wanted; nil for all.
  ///   - district: code of the district; nil for the only one.
  ///   - connection: a connection that may read `intake.comment`.
  /// - Returns: the comments by month, indicator and moment.
  /// - Throws: ``IntakeError`` where there is no such district, or the plan knows no such month or indicator;
  ///   `PostgresError`.
  public static func list(
    of indicator: String?, in month: Month?, district: String?, on connection: isolated Connection
  ) throws -> [Recorded] {
    let districtID = try DistrictKey(district, on: connection).districtID
    if let month {
      try PlanKey(districtID: districtID, period: month.description, on: connection)
        .expect("indicator", indicator, on: connection)
    }
    return try query(districtID, indicator, month, at: nil, on: connection)
  }

  private static func query(
    _ districtID: String, _ indicator: String?, _ month: Month?, at instant: Instant?,
    on connection: isolated Connection
  ) throws -> [Recorded] {
    try connection.query(
      """
      select
          to_char(comment.period, 'YYYY-MM') as month,
          comment.indicator,
          comment.text,
          (
              comment.text <> ''
              and row_number() over (
                  partition by comment.period, comment.indicator order by comment.said_at desc, comment.comment_id desc
              ) = 1
          )::text as stands,
          to_char(comment.said_at at time zone work_plan.time_zone, 'YYYY-MM-DD HH24:MI') as said_at,
          comment.said_by
      from intake.comment
      join lateral (
          select newest.time_zone
          from plan.work_plan as newest
          where
              newest.district_id = comment.district_id
              and newest.year = date_part('year', comment.period)
          order by newest.version desc
          limit 1
      ) as work_plan on true
      where
          comment.district_id = $1
          and ($2::text is null or comment.indicator = $2)
          and ($3::date is null or comment.period = $3)
          and comment.said_at <= coalesce($4::timestamptz, statement_timestamp())
      order by
          comment.period,
          string_to_array(comment.indicator, '.')::integer[],
          comment.said_at,
          comment.comment_id
      """, [districtID, indicator, month?.firstDay.description, instant?.description]
    ).map { row in
      let text = try row.required("text")
      return Recorded(
        month: try row.required("month"), indicator: try row.required("indicator"),
        text: text.isEmpty ? nil : text, stands: try row.required("stands") == "true",
        saidAt: try row.required("said_at"), saidBy: try row.required("said_by"))
    }
  }
}
