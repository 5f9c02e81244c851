import Attainment
import Catalogue
import Postgres

/// What a file is judged by: the plans, the windows and what is on record, read from the database as values.
struct DraftContext: Sendable {
  let book: PlanBook
  let windows: Windows
  let records: Records
  /// The moment of submission.
  let moment: Instant

  /// Reads what a file's lines speak of.
  ///
  /// - Parameters:
  ///   - draft: what the file says.
  ///   - districtID: key of the district.
  ///   - submittedAt: the moment of submission, for loading history; the transaction's own where nil.
  ///   - earlier: plans that were read before; they are read again only where there are other versions by now.
  ///   - connection: a connection in a transaction.
  /// - Throws: `CatalogueError` or `PostgresError`.
  init(
    of draft: Draft, districtID: String, submittedAt: Instant?, reusing earlier: PlanBook? = nil,
    on connection: isolated Connection
  ) throws {
    moment = try submittedAt ?? Self.now(on: connection)
    book = try Self.book(districtID, reusing: earlier, on: connection)
    windows = try Self.windows(districtID, on: connection)
    records = try Self.records(of: draft, book: book, districtID: districtID, at: moment, on: connection)
  }

  private static func book(
    _ districtID: String, reusing earlier: PlanBook?, on connection: isolated Connection
  ) throws -> PlanBook {
    let keys = try newestPlans(districtID, on: connection)
    if let earlier, earlier.keys == keys { return earlier }
    var plans: [WorkPlan] = []
    for key in keys { plans.append(try WorkPlan.stored(key, on: connection)) }
    return PlanBook(plans, keys: keys)
  }

  static func now(on connection: isolated Connection) throws -> Instant {
    let text = try connection.queryOne(
      "select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as moment"
    ).required("moment")
    guard let moment = Instant(parsing: text) else {
      throw PostgresError(.unexpectedResult, "the server's clock shows \(text)")
    }
    return moment
  }

  /// The newest version of each year's plan.
  static func newestPlans(_ districtID: String, on connection: isolated Connection) throws -> [WorkPlan.Key] {
    try connection.query(
      """
      select
          year,
          max(version) as version
      from plan.work_plan
      where district_id = $1
      group by year
      order by year
      """, [districtID]
    ).map { row in
      WorkPlan.Key(
        districtID: districtID, year: Int(try row.required("year")) ?? 0, version: Int(try row.required("version")) ?? 0
      )
    }
  }

  private static func windows(_ districtID: String, on connection: isolated Connection) throws -> Windows {
    let closings = try connection.query(
      """
      select
          to_char(period, 'YYYY-MM') as period,
          \(instant("closes_at"))
      from intake.period_closing
      where district_id = $1
      order by closing_id
      """, [districtID]
    ).compactMap { row in
      Month(parsing: try row.required("period")).map {
        Windows.Closing(period: $0, closesAt: row["closes_at"].flatMap { Instant(parsing: $0) })
      }
    }
    let exceptions = try connection.query(
      """
      select
          to_char(period, 'YYYY-MM') as period,
          unit,
          indicator,
          \(instant("opens_at")),
          \(instant("closes_at"))
      from intake.window_exception
      where district_id = $1
      """, [districtID]
    ).compactMap { row -> Windows.Exception? in
      guard let period = Month(parsing: try row.required("period")),
        let opensAt = Instant(parsing: try row.required("opens_at")),
        let closesAt = Instant(parsing: try row.required("closes_at"))
      else { return nil }
      return Windows.Exception(
        period: period, unit: row["unit"], indicator: row["indicator"], opensAt: opensAt, closesAt: closesAt)
    }
    return Windows(closings: closings, exceptions: exceptions)
  }

  private static func instant(_ column: String) -> String {
    "to_char(\(column) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as \(column)"
  }

  /// What is on record of the draft's indicators in its years and the years before them.
  private static func records(
    of draft: Draft, book: PlanBook, districtID: String, at moment: Instant, on connection: isolated Connection
  ) throws -> Records {
    var indicators: Set<String> = []
    var years: Set<Int> = []
    for line in draft.lines {
      guard let year = line.period?.year, let text = line.cells[.indicator]?.text,
        case .one(let indicator) = book[year]?.indicator(text)
      else { continue }
      indicators.formUnion(indicator.recordCodes)
      years.insert(year)
    }
    // The year before, too: its figures fill bases that are not stated.
    guard let first = years.min(), let last = years.max() else { return Records() }
    return try self.records(
      ofIndicators: indicators, years: first - 1...last, districtID: districtID, at: moment, on: connection)
  }

  /// What is on record of indicators in some years.
  static func records(
    ofIndicators indicators: Set<String>, years: ClosedRange<Int>, districtID: String, at moment: Instant,
    on connection: isolated Connection
  ) throws -> Records {
    let codes = "{\(indicators.sorted().joined(separator: ","))}"
    let rows = try connection.query(
      recorded,
      [districtID, codes, "\(years.lowerBound)-01-01", "\(years.upperBound)-12-01", moment.description])
    return Records(try rows.map(Records.Revision.init))
  }

  private static let recorded = """
    select
        submission.indicator,
        submission.unit,
        to_char(submission.period, 'YYYY-MM') as period,
        submission.revision,
        trim_scale(submission.value)::text as value,
        trim_scale(submission.denominator)::text as denominator,
        trim_scale(submission.base_value)::text as base_value,
        trim_scale(submission.base_denominator)::text as base_denominator,
        submission.stage,
        trim_scale(submission.progress)::text as progress,
        submission.occurred_on::text as occurred_on,
        submission.reason,
        submission.next_step,
        submission.evidence,
        submission.note,
        coalesce(
            latest_review.outcome,
            case when submission.accepted_at is not null then 'accepted' end
        ) as outcome,
        latest_review.reason as return_reason,
        coalesce(submission.submitted_at <= published.as_of, false)::text as published,
        (submission.submitted_at <= $5::timestamptz)::text as earlier
    from intake.submission
    left join lateral (
        select
            review.outcome,
            review.reason
        from intake.review
        where
            review.district_id = $1
            and review.period = submission.period
            and review.indicator = submission.indicator
            and review.unit = submission.unit
            and review.revision = submission.revision
        order by
            review.reviewed_at desc,
            review.review_id desc
        limit 1
    ) as latest_review on true
    left join lateral (
        select max(run.as_of) as as_of
        from report.publication
        join report.run
            on
                run.district_id = publication.district_id
                and run.run_id = publication.run_id
        where
            publication.district_id = $1
            and publication.period >= submission.period
            and publication.period < date_trunc('year', submission.period) + interval '1 year'
    ) as published on true
    where
        submission.district_id = $1
        and submission.indicator = any($2::text[])
        and submission.period between $3::date and $4::date
    """
}

extension WorkPlan.Indicator {
  /// The codes under which what a figure of the indicator is held against is on record.
  var recordCodes: [String] { [code.description, continues].compactMap(\.self) }
}

extension Records.Revision {
  fileprivate init(_ row: Row) throws {
    guard let period = Month(parsing: try row.required("period")) else {
      throw PostgresError(.unexpectedResult, "a submission is of the period \(try row.required("period"))")
    }
    key = FigureKey(indicator: try row.required("indicator"), unit: try row.required("unit"), period: period)
    number = Int(try row.required("revision")) ?? 0
    status =
      switch row["outcome"] {
      case "accepted": .accepted
      case "returned": .returned
      default: .awaitingReview
      }
    returnReason = status == .returned ? row["return_reason"] : nil
    isEarlier = try row.required("earlier") == "true"
    isPublished = try row.required("published") == "true"
    content = FigureContent()
    content.value = row["value"].flatMap { Figure(parsing: $0) }
    content.denominator = row["denominator"].flatMap { Figure(parsing: $0) }
    content.baseValue = row["base_value"].flatMap { Figure(parsing: $0) }
    content.baseDenominator = row["base_denominator"].flatMap { Figure(parsing: $0) }
    content.stage = row["stage"].flatMap { Stage(rawValue: $0) }
    content.progress = row["progress"].flatMap { Figure(parsing: $0) }
    content.occurredOn = row["occurred_on"].flatMap { Day(parsing: $0) }
    content.reason = row["reason"]
    content.nextStep = row["next_step"]
    content.evidence = row["evidence"]
    content.note = row["note"]
  }
}
