import Attainment
import Catalogue
import Postgres

extension Ledger {
  /// Reads what was submitted and reviewed by an instant.
  ///
  /// - Parameters:
  ///   - year: the year of the figures.
  ///   - assignments: whose figures are wanted. What others submitted is passed by.
  ///   - indicators: codes of the only indicators to read; nil to read all.
  ///   - districtID: key of the district.
  ///   - month: the last month wanted, 1 to 12.
  ///   - instant: the as-of instant T.
  ///   - connection: a connection that may read the tables of `intake`, in a transaction with one snapshot.
  /// - Throws: `PostgresError` when the database refuses.
  public init(
    of year: Int, _ assignments: Assignments, indicators: [String]? = nil, districtID: String, through month: Int,
    at instant: Instant, on connection: isolated Connection
  ) throws {
    self.init(assignments: assignments.all.count)
    guard let first = Month(year: year, month: 1), let last = Month(year: year, month: month) else { return }
    // By the beginning of the primary key, which no statistics can spoil.
    var condition = """
      district_id = \(try Quoting.literal(districtID))
      and period between '\(first.firstDay)' and '\(last.firstDay)'
      """
    if let indicators {
      guard !indicators.isEmpty else { return }
      condition += "\nand indicator in (\(try indicators.map { try Quoting.literal($0) }.joined(separator: ", ")))"
    }
    let asOf = try Quoting.literal(instant.description)
    try readReviews(of: assignments, where: condition, asOf: asOf, on: connection)
    try readSubmissions(of: assignments, where: condition, asOf: asOf, on: connection)
  }

  private mutating func readReviews(
    of assignments: Assignments, where condition: String, asOf: String, on connection: isolated Connection
  ) throws {
    var ordinal: Int64 = 0
    try connection.copyRows(
      of: """
        select period, indicator, unit, revision, reviewed_at, outcome = 'accepted', reason, reviewed_by
        from intake.review
        where \(condition) and reviewed_at <= \(asOf)
        order by reviewed_at, review_id
        """
    ) { row in
      guard let account = try row.nextAccount(of: assignments) else { return }
      let revision = try row.nextInt32() ?? 0
      ordinal += 1
      enter(
        Review(
          revision: revision, at: try row.nextInt64() ?? 0, ordinal: ordinal, isAcceptance: try row.nextBool() ?? false,
          reason: try row.nextText(), reviewer: try row.nextText()), of: account)
    }
  }

  private mutating func readSubmissions(
    of assignments: Assignments, where condition: String, asOf: String, on connection: isolated Connection
  ) throws {
    try connection.copyRows(
      of: """
        select
            period, indicator, unit, revision, submitted_at, accepted_at, value, denominator, base_value,
            base_denominator, progress, stage, occurred_on, num_nonnulls(reason, next_step, evidence, note) > 0
        from intake.submission
        where \(condition) and submitted_at <= \(asOf)
        """
    ) { fields in
      guard let account = try fields.nextAccount(of: assignments) else { return }
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
      row.hasRemark = try fields.nextBool() ?? false
      enter(row, of: account)
    }
  }
}

extension BinaryRow {
  /// The account that a row's period, indicator and unit name; nil where it is none of the assignments.
  fileprivate mutating func nextAccount(of assignments: Assignments) throws(PostgresError) -> Ledger.Account? {
    guard let first = try nextInt32(), let indicator = try nextText(), let unit = try nextText() else { return nil }
    guard let period = Day(daysSince2000: first).month?.month, let indicator = assignments.indicator(indicator),
      let unit = assignments.unit(unit), let assignment = assignments.place(ofIndicator: indicator, unit: unit)
    else { return nil }
    return Ledger.Account(assignment: assignment, period: period)
  }
}
