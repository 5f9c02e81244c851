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
  public struct Pending: Sendable {
    /// Code of the indicator.
    public let indicator: String
    /// Code of the reporter.
    public let unit: String
    /// Period, `YYYY-MM`.
    public let period: String
    /// Revision.
    public let revision: String
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
    guard outcome == .accepted || !(reason ?? "").isEmpty else {
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
    if reviewedAt != nil { try History.permit(on: connection) }
    return try connection.transaction { connection in
      let districtID = try DistrictKey(district, on: connection).districtID
      try Intake.lock(districtID, on: connection)
      let row = try connection.queryFirst(
        """
        insert into intake.review (
            district_id, period, indicator, unit, revision, reviewed_at, outcome, reason
        )
        select
            district_id,
            period,
            indicator,
            unit,
            revision,
            coalesce($5::timestamptz, statement_timestamp()),
            $6,
            $7
        from intake.submission
        where
            district_id = $1
            and indicator = $2
            and unit = $3
            and period = to_date($4, 'YYYY-MM')
            and submitted_at <= coalesce($5::timestamptz, statement_timestamp())
        order by revision desc
        limit 1
        returning revision
        """, [districtID, indicator, unit, period, reviewedAt?.description, outcome.rawValue, reason])
      guard let row else {
        throw IntakeError(
          .badData, "\(unit) has submitted nothing for \(indicator) of \(period)",
          hint: "see what awaits review with 'dabiao review list'")
      }
      return Int(try row.required("revision")) ?? 0
    }
  }

  /// The newest revisions that are neither accepted nor returned.
  ///
  /// - Throws: `PostgresError`.
  public static func pending(district: String?, on connection: isolated Connection) throws -> [Pending] {
    let districtID = try DistrictKey(district, on: connection).districtID
    return try connection.query(
      """
      with newest as (
          select distinct on (period, indicator, unit) *
          from intake.submission
          where district_id = $1
          order by
              period,
              indicator,
              unit,
              revision desc
      )

      select
          newest.indicator,
          newest.unit,
          to_char(newest.period, 'YYYY-MM') as period,
          newest.revision,
          to_char(newest.submitted_at, 'YYYY-MM-DD HH24:MI OF') as submitted_at,
          coalesce(
              trim_scale(newest.value)::text,
              concat_ws(' ', newest.stage, trim_scale(newest.progress)::text)
          ) as content
      from newest
      where
          newest.accepted_at is null
          and not exists (
              select
              from intake.review
              where
                  review.district_id = newest.district_id
                  and review.period = newest.period
                  and review.indicator = newest.indicator
                  and review.unit = newest.unit
                  and review.revision = newest.revision
          )
      order by
          newest.period,
          newest.indicator,
          newest.unit
      """, [districtID]
    ).map { row in
      Pending(
        indicator: try row.required("indicator"), unit: try row.required("unit"), period: try row.required("period"),
        revision: try row.required("revision"), submittedAt: try row.required("submitted_at"),
        content: try row.required("content"))
    }
  }
}
