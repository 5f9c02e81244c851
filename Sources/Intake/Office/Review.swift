import Attainment
import Postgres

/// The office's review of submissions (method, section 3): append-only, the last one decides.
public struct Review: Sendable {
  /// What the office decides.
  public enum Outcome: String, Sendable {
    /// The figure counts.
    case accepted
    /// The figure does not count; the accepted one before it stands.
    case returned
  }

  /// A revision that awaits review.
  public struct Pending: Equatable, Sendable {
    /// Code of the indicator.
    public let indicator: String
    /// Code of the reporter.
    public let unit: String
    /// Period, `YYYY-MM`.
    public let period: String
    /// Revision.
    public let revision: String
    /// Number of the file that it came in.
    public let batch: String
    /// When it was submitted, in the plan's time zone.
    public let submittedAt: String
    /// Its value, stage or progress.
    public let content: String
  }

  private let outcome: Outcome
  private let reason: String?
  private let reviewedAt: Instant?

  /// A review to be recorded.
  ///
  /// - Parameters:
  ///   - outcome: what the office decides.
  ///   - reason: why; required for a return.
  ///   - reviewedAt: the moment of the review, for loading history; now where nil.
  /// - Throws: ``IntakeError`` of kind `badData` for a return without a reason.
  public init(_ outcome: Outcome, reason: String?, reviewedAt: Instant? = nil) throws(IntakeError) {
    guard outcome == .accepted || !(reason ?? "").allSatisfy(\.isWhitespace) else {
      throw IntakeError(.badData, "a return needs a reason", hint: "say with --reason what is wrong and what is wanted")
    }
    self.outcome = outcome
    self.reason = reason
    self.reviewedAt = reviewedAt
  }

  /// Reviews the newest revision of one figure.
  ///
  /// - Returns: the revision reviewed.
  /// - Throws: ``IntakeError`` of kind `badData` when nothing was submitted; `PostgresError`.
  public func record(
    indicator: String, unit: String, period: String, district: String?, on connection: isolated Connection
  ) throws -> Int {
    try inTransaction(district, on: connection) { connection, districtID in
      let newest = try connection.queryFirst(
        """
        select
            revision,
            submitted_at
        from intake.submission
        where
            district_id = $1
            and indicator = $2
            and unit = $3
            and period = to_date($4, 'YYYY-MM')
            and submitted_at <= coalesce($5::timestamptz, now())
        order by revision desc
        limit 1
        """, [districtID, indicator, unit, period, reviewedAt?.description])
      guard let newest else {
        throw IntakeError(
          .badData, "\(unit) has submitted nothing for \(indicator) of \(period)",
          hint: "see what awaits review with 'dabiao review list'")
      }
      let revision = try newest.required("revision")
      try connection.execute(
        """
        insert into intake.review (
            district_id, period, indicator, unit, revision, submitted_at, outcome, reason\(instantColumn)
        )
        values ($1, to_date($4, 'YYYY-MM'), $2, $3, $5, $6, $7, $8\(instantValue(9)))
        """,
        [
          districtID, indicator, unit, period, revision, try newest.required("submitted_at"), outcome.rawValue, reason,
        ] + instantParameter)
      return Int(revision) ?? 0
    }
  }

  /// Reviews every newest revision of a selection that is neither accepted nor returned yet.
  ///
  /// - Returns: the revisions reviewed; empty where none awaits review.
  /// - Throws: ``IntakeError`` of kind `badData` for a selection of nothing in particular; `PostgresError`.
  public func record(
    _ selection: Selection, district: String?, on connection: isolated Connection
  ) throws -> [Pending] {
    guard selection != Selection() else {
      throw IntakeError(
        .badData, "no figure is named", hint: "say which with --batch, --period, --unit or --indicator")
    }
    return try inTransaction(district, on: connection) { connection, districtID in
      let parameters = [districtID] + selection.parameters + [reviewedAt?.description]
      let pending = try connection.query(
        """
        select *
        from (
        \(Self.pendingQuery)
        ) as pending
        where instant <= coalesce($6::timestamptz, now())
        order by
            period,
            indicator,
            unit
        """, parameters
      ).map(Pending.init)
      // The same rows: nothing is submitted or reviewed in the district while the lock is held.
      let recorded = try connection.query(
        """
        insert into intake.review (
            district_id, period, indicator, unit, revision, submitted_at, outcome, reason\(instantColumn)
        )
        select
            $1,
            to_date(period, 'YYYY-MM'),
            indicator,
            unit,
            revision,
            instant,
            $7,
            $8\(instantValue(6))
        from (
        \(Self.pendingQuery)
        ) as pending
        where instant <= coalesce($6::timestamptz, now())
        returning revision
        """, parameters + [outcome.rawValue, reason])
      guard recorded.count == pending.count else {
        throw IntakeError(
          .badData, "\(pending.count) figures awaited review, but \(recorded.count) were reviewed",
          hint: "nothing was recorded; try again")
      }
      return pending
    }
  }

  /// Carries out the body in a transaction of the district, while nobody else submits or reviews in it.
  private func inTransaction<Result>(
    _ district: String?, on connection: isolated Connection,
    _ body: @Sendable (isolated Connection, String) throws -> Result
  ) throws -> Result {
    if reviewedAt != nil { try History.permit(on: connection) }
    let districtID = try DistrictKey(district, on: connection).districtID
    return try Intake.holding(districtID, on: connection) { connection in
      try connection.transaction { connection in try body(connection, districtID) }
    }
  }

  // The instant of a review is its transaction's, which only the owner may replace.
  private var instantColumn: String { reviewedAt == nil ? "" : ", reviewed_at" }
  private var instantParameter: [String?] { reviewedAt.map { [$0.description] } ?? [] }
  private func instantValue(_ parameter: Int) -> String { reviewedAt == nil ? "" : ", $\(parameter)::timestamptz" }

  /// The newest revisions that are neither accepted nor returned.
  ///
  /// - Parameters:
  ///   - selection: which of them; all by default.
  ///   - district: code of the district; nil for the only one.
  ///   - connection: a connection whose login may read them.
  /// - Returns: the revisions, by period, indicator and unit.
  /// - Throws: ``IntakeError``, or `PostgresError`.
  public static func pending(
    _ selection: Selection = Selection(), district: String?, on connection: isolated Connection
  ) throws -> [Pending] {
    let districtID = try DistrictKey(district, on: connection).districtID
    return try connection.query(
      """
      \(pendingQuery)
      order by
          newest.period,
          newest.indicator,
          newest.unit
      """, [districtID] + selection.parameters
    ).map(Pending.init)
  }

  private static let pendingQuery = """
    select
        newest.indicator,
        newest.unit,
        to_char(newest.period, 'YYYY-MM') as period,
        newest.revision,
        newest.batch_id,
        newest.submitted_at as instant,
        to_char(newest.submitted_at at time zone work_plan.time_zone, 'YYYY-MM-DD HH24:MI') as submitted_at,
        coalesce(
            trim_scale(newest.value)::text,
            concat_ws(' ', newest.stage, trim_scale(newest.progress)::text)
        ) as content
    from (
        select distinct on (period, indicator, unit) *
        from intake.submission
        where
            district_id = $1
            and ($3::text is null or period = to_date($3, 'YYYY-MM'))
            and ($4::text is null or indicator = $4)
            and ($5::text is null or unit = $5)
        order by
            period,
            indicator,
            unit,
            revision desc
    ) as newest
    join (
        select distinct on (year)
            year,
            time_zone
        from plan.work_plan
        where district_id = $1
        order by
            year,
            version desc
    ) as work_plan on work_plan.year = extract(year from newest.period)::smallint
    where
        newest.accepted_at is null
        and ($2::bigint is null or newest.batch_id = $2::bigint)
        and not exists (
            select
            from intake.review
            where
                review.district_id = $1
                and review.period = newest.period
                and review.indicator = newest.indicator
                and review.unit = newest.unit
                and review.revision = newest.revision
        )
    """
}

extension Review {
  /// Which of the figures that await review; a field left nil takes all.
  public struct Selection: Equatable, Sendable {
    /// Number of the file that they came in.
    public var batch: Int?
    /// Period, `YYYY-MM`.
    public var period: String?
    /// Code of the indicator.
    public var indicator: String?
    /// Code of the reporter.
    public var unit: String?

    /// A selection; of all where nothing is given.
    public init(batch: Int? = nil, period: String? = nil, indicator: String? = nil, unit: String? = nil) {
      self.batch = batch
      self.period = period
      self.indicator = indicator
      self.unit = unit
    }

    var parameters: [String?] { [batch.map(String.init), period, indicator, unit] }
  }
}

extension Review.Pending {
  init(_ row: Row) throws {
    indicator = try row.required("indicator")
    unit = try row.required("unit")
    period = try row.required("period")
    revision = try row.required("revision")
    batch = try row.required("batch_id")
    submittedAt = try row.required("submitted_at")
    content = try row.required("content")
  }
}
