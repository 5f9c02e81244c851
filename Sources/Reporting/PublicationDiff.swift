import Attainment
import Postgres

/// What differs between two publications: of two months, or of one month published twice.
public struct PublicationDiff: Sendable {
  /// One of the two publications.
  public struct Side: Sendable {
    /// Number of the run.
    public let runID: String
    /// The reported month, as `2020-06`.
    public let period: String
    /// The as-of instant in UTC.
    public let asOf: String
  }

  /// Code of the district.
  public let district: String
  /// The earlier publication.
  public let earlier: Side
  /// The later one.
  public let later: Side
  private let includesUnits: Bool

  /// Finds the two publications.
  ///
  /// - Parameters:
  ///   - district: code of the district; nil for the only one.
  ///   - months: two months, whose publications are compared; or one, whose last two publications are.
  ///   - runs: with one month, the numbers of the two runs to compare instead.
  ///   - includesUnits: whether the units' rows are compared, too.
  ///   - connection: a connection that may read the views of `report`.
  /// - Throws: `RunError` when a publication does not exist.
  public init(
    district: String?, months: [Month], runs: [Int] = [], includesUnits: Bool = false,
    on connection: isolated Connection
  ) throws {
    let code = try Self.district(district, on: connection)
    let sides: [Side]
    if let first = months.first, months.count == 1 {
      let published = try Self.publications(of: first, district: code, on: connection)
      sides =
        runs.isEmpty
        ? published.suffix(2)
        : try runs.map { run in
          guard let side = published.first(where: { $0.runID == String(run) }) else {
            let known = published.map(\.runID).joined(separator: ", ")
            throw RunError(
              .badData, "Run \(run) is no publication of \(first) in district \(code). Those are: \(known).")
          }
          return side
        }
    } else {
      sides = try months.map { month in
        guard let side = try Self.publications(of: month, district: code, on: connection).last else {
          throw RunError(
            .badData,
            "District \(code) has no publication of \(month). Publish it: dabiao run --month \(month)")
        }
        return side
      }
    }
    guard sides.count == 2, let earlier = sides.first, let later = sides.last else {
      let month = months.first.map(\.description) ?? "the month"
      throw RunError(
        .badData,
        "\(month) has \(sides.count) publications in district \(code), and a comparison takes two. Name another month.")
    }
    self.district = code
    self.earlier = earlier
    self.later = later
    self.includesUnits = includesUnits
  }

  /// The rows that differ, in plan order, as a query whose columns are named; it takes no parameters.
  public var query: String {
    get throws {
      let pairs = ["target", "actual", "attainment_pct", "verdict", "light"]
      let columns = pairs.flatMap { column in
        ["earlier", "later"].map { side in
          let cell = "\(side).\(column)"
          return "\(["verdict", "light"].contains(column) ? cell : "trim_scale(\(cell))") as \(side)_\(column)"
        }
      }
      let side = { (side: Side) throws in
        """
        select * from report.attainment_history
        where district = \(try Quoting.literal(district)) and run_id = \(side.runID)\(includesUnits ? "" : " and unit is null")
        """
      }
      return """
        with earlier as (\(try side(earlier))), later as (\(try side(later)))
        select
            coalesce(later.indicator, earlier.indicator) as indicator,
            coalesce(later.unit, earlier.unit) as unit,
            coalesce(later.name_zh, earlier.name_zh) as name_zh,
            coalesce(later.name_en, earlier.name_en) as name_en,
            coalesce(later.unit_of_measure, earlier.unit_of_measure) as unit_of_measure,
            \(columns.joined(separator: ", "))
        from earlier
        full join later
            on later.indicator = earlier.indicator and coalesce(later.unit, '') = coalesce(earlier.unit, '')
        where
            (\(pairs.map { "earlier.\($0)" }.joined(separator: ", ")))
            is distinct from (\(pairs.map { "later.\($0)" }.joined(separator: ", ")))
        order by coalesce(later.ordinal, earlier.ordinal), later.ordinal is null
        """
    }
  }

  /// How many rows the later publication has on the level that is compared.
  public func rowCount(on connection: isolated Connection) throws -> Int {
    let row = try connection.queryOne(
      """
      select count(*) as number from report.attainment_history
      where district = $1 and run_id = $2\(includesUnits ? "" : " and unit is null")
      """, [district, later.runID])
    return Int(try row.required("number")) ?? 0
  }

  /// The publications of a month, oldest first, the one that the views show last.
  private static func publications(
    of month: Month, district: String, on connection: isolated Connection
  ) throws -> [Side] {
    try connection.query(
      """
      select run_id, period, to_char(as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as as_of
      from report.runs
      where district = $1 and period = $2
      order by is_current, run_id
      """, [district, month.description]
    ).map { row in
      Side(
        runID: try row.required("run_id"), period: try row.required("period"), asOf: try row.required("as_of"))
    }
  }

  /// The district that was named, or the only one that has runs: an analyst sees the views and no table.
  private static func district(_ code: String?, on connection: isolated Connection) throws -> String {
    let known = try connection.query("select distinct district from report.runs order by district").compactMap { $0[0] }
    if let code {
      guard known.contains(code) else {
        throw RunError(
          .configuration,
          "District '\(code)' has no runs. Those that have: \(known.isEmpty ? "none" : known.joined(separator: ", ")).")
      }
      return code
    }
    guard let only = known.first, known.count == 1 else {
      throw RunError(
        .configuration,
        known.isEmpty
          ? "Nothing has been run yet. Publish a month: dabiao run --month YYYY-MM"
          : "The database holds several districts (\(known.joined(separator: ", "))). Name one with --district.")
    }
    return only
  }
}
