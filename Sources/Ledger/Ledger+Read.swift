import Attainment
import Catalogue
import Postgres

extension Ledger {
  /// Reads what was submitted and reviewed by an instant.
  ///
  /// - Parameters:
  ///   - plan: the plan; of the year before only what its growth and intensity indicators compare with is read.
  ///   - assignments: the plan's assignments. What others submitted is passed by.
  ///   - districtID: key of the district.
  ///   - month: the last month wanted, 1 to 12, of either year.
  ///   - instant: the as-of instant T.
  ///   - connection: a connection that may read the tables of `intake`, in a transaction with one snapshot.
  /// - Throws: `PostgresError` when the database refuses.
  public init(
    of plan: WorkPlan, _ assignments: Assignments, districtID: String, through month: Int, at instant: Instant,
    on connection: isolated Connection
  ) throws {
    self.init(assignments: assignments.all.count)
    guard let range = PeriodRange(ofYear: plan.year, through: month) else { return }
    let district = try Quoting.literal(districtID)
    let asOf = try Quoting.literal(instant.description)
    try readReviews(of: assignments, range, district: district, asOf: asOf, on: connection)
    // Plain reads by the beginning of the primary key, which no statistics can spoil.
    let thisYear = "between '\(range.january)' and '\(range.last)'"
    try readSubmissions(of: assignments, range, "\(district) and period \(thisYear)", asOf: asOf, on: connection)
    let compared = plan.indicators.filter(\.measure.takesBase).map(\.code.description)
    guard !compared.isEmpty else { return }
    let codes = try compared.map { try Quoting.literal($0) }.joined(separator: ", ")
    let yearBefore = "between '\(range.januaryBefore)' and '\(range.lastBefore)' and indicator in (\(codes))"
    try readSubmissions(of: assignments, range, "\(district) and period \(yearBefore)", asOf: asOf, on: connection)
  }

  private mutating func readReviews(
    of assignments: Assignments, _ range: PeriodRange, district: String, asOf: String,
    on connection: isolated Connection
  ) throws {
    var ordinal: Int64 = 0
    try connection.copyRows(
      of: """
        select period, indicator, unit, revision, reviewed_at, outcome = 'accepted', reason, reviewed_by
        from intake.review
        where
            district_id = \(district)
            and period between '\(range.januaryBefore)' and '\(range.last)'
            and reviewed_at <= \(asOf)
        order by reviewed_at, review_id
        """
    ) { row in
      guard let account = try row.nextAccount(of: assignments, range) else { return }
      let revision = try row.nextInt32() ?? 0
      ordinal += 1
      enter(
        Review(
          revision: revision, at: try row.nextInt64() ?? 0, ordinal: ordinal, isAcceptance: try row.nextBool() ?? false,
          reason: try row.nextText(), reviewer: try row.nextText()), of: account)
    }
  }

  private mutating func readSubmissions(
    of assignments: Assignments, _ range: PeriodRange, _ condition: String, asOf: String,
    on connection: isolated Connection
  ) throws {
    try connection.copyRows(
      of: """
        select
            period, indicator, unit, revision, submitted_at, accepted_at, value, denominator, base_value,
            base_denominator, progress, stage, occurred_on
        from intake.submission
        where
            district_id = \(condition)
            and submitted_at <= \(asOf)
        """
    ) { fields in
      guard let account = try fields.nextAccount(of: assignments, range) else { return }
      var row = Row(
        revision: try fields.nextInt32() ?? 0, submittedAt: try fields.nextInt64() ?? 0,
        acceptedAt: try fields.nextInt64())
      for number in Row.Number.allCases {
        set(number, try fields.nextDecimal(places: Figure.fractionDigits), of: &row)
      }
      if let stage = try fields.nextText(), let place = Stage.allCases.firstIndex(where: { $0.rawValue == stage }) {
        row.stage = Int8(place)
      }
      if let day = try fields.nextInt32() { row.occurredOn = day }
      enter(row, of: account)
    }
  }
}

/// The months that a ledger holds: those of a year up to one, and the same of the year before.
private struct PeriodRange {
  let january: Day
  let last: Day
  let januaryBefore: Day
  let lastBefore: Day

  init?(ofYear year: Int, through month: Int) {
    guard let january = Month(year: year, month: 1), let last = Month(year: year, month: month),
      let januaryBefore = january.advanced(by: -12), let lastBefore = last.advanced(by: -12)
    else { return nil }
    self.january = january.firstDay
    self.last = last.firstDay
    self.januaryBefore = januaryBefore.firstDay
    self.lastBefore = lastBefore.firstDay
  }
}

extension BinaryRow {
  /// The account that a row's period, indicator and unit name; nil where it is none of the plan's assignments.
  fileprivate mutating func nextAccount(
    of assignments: Assignments, _ range: PeriodRange
  ) throws(PostgresError) -> Ledger.Account? {
    guard let first = try nextInt32(), let indicator = try nextText(), let unit = try nextText() else { return nil }
    let day = Day(daysSince2000: first)
    guard let period = day.month?.month, let indicator = assignments.indicator(indicator),
      let unit = assignments.unit(unit), let assignment = assignments.place(ofIndicator: indicator, unit: unit)
    else { return nil }
    return Ledger.Account(assignment: assignment, period: period, isOfYearBefore: day < range.january)
  }
}
