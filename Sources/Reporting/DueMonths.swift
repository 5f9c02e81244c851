import Attainment
import Catalogue
import Postgres

/// The months of a district that are due to be published, and what was read to find out.
public struct DueMonths: Sendable {
  /// The scopes of their runs, oldest first.
  let scopes: [RunScope]
  /// What was read, by the plan year.
  let readings: [Int: Reading]
}

extension DueMonths {
  /// The months of a district whose due date has passed and that are not yet published, and, where the plan asks for it,
  /// the published ones whose figures have changed since (method, sections 2 and 12).
  ///
  /// A plan year counts when its plan was first loaded before the year ended; one loaded later, as the year before for its
  /// bases, is history and never due by itself.
  ///
  /// - Parameters:
  ///   - district: code of the district.
  ///   - instant: the moment at which they are due; its date in the plan's time zone is what counts.
  ///   - snapshot: what is read, shared with other connections; nil for what is committed now.
  ///   - connection: a connection whose login is a member of `dabiao_job`.
  /// - Throws: `RunError` when there is no such district; `PostgresError` when the database refuses.
  init(
    of district: String, at instant: Instant, from snapshot: Snapshot?, on connection: isolated Connection
  ) throws {
    self = try connection.transaction(.repeatableRead, readOnly: true, snapshot: snapshot) { connection in
      try DueMonths(of: district, at: instant, on: connection)
    }
  }

  private init(of district: String, at instant: Instant, on connection: isolated Connection) throws {
    let (districtID, code) = try District.find(district, on: connection)
    var scopes: [RunScope] = []
    var readings: [Int: Reading] = [:]
    let published = try Self.fingerprints(ofDistrict: districtID, on: connection)
    for year in try PlanYear.list(ofDistrict: districtID, at: instant, on: connection) {
      let due = year.due(at: instant)
      let mayHaveChanged = year.republication == .changed && due.contains { published[$0] != nil }
      guard mayHaveChanged || due.contains(where: { published[$0] == nil }), let last = due.last else { continue }
      let key = WorkPlan.Key(districtID: districtID, year: year.year, version: year.version)
      let reading = try Reading(key, through: last.month, at: instant, on: connection)
      readings[year.year] = reading
      scopes += due.filter { month in
        guard let before = published[month] else { return true }
        return mayHaveChanged && Fingerprint(of: YearFigures(reading, through: month.month)).sha256 != before
      }.map { month in
        RunScope(districtID: districtID, district: code, month: month, version: year.version, asOf: instant)
      }
    }
    self.init(scopes: scopes, readings: readings)
  }

  /// The fingerprint of each month's publication.
  private static func fingerprints(
    ofDistrict districtID: String, on connection: isolated Connection
  ) throws -> [Month: String] {
    try connection.query(
      """
      select
          to_char(publication.period, 'YYYY-MM') as period,
          coalesce(encode(run.submissions_sha256, 'hex'), '') as sha256
      from report.publication
      join report.run
          on
              run.district_id = publication.district_id
              and run.run_id = publication.run_id
      where publication.district_id = $1
      """, [districtID]
    ).reduce(into: [:]) { fingerprints, row in
      guard let month = Month(parsing: try row.required("period")) else { return }
      fingerprints[month] = try row.required("sha256")
    }
  }
}

/// The newest plan of a year, as far as it tells what is due.
private struct PlanYear {
  let year: Int
  let version: Int
  let dueDay: Int
  let zone: Zone
  let republication: WorkPlan.Republication
  let firstLoadedAt: Instant

  /// The plan of each year that is the newest at an instant, or the newest of all where none had been loaded by then.
  static func list(
    ofDistrict districtID: String, at instant: Instant, on connection: isolated Connection
  ) throws -> [PlanYear] {
    try connection.query(
      """
      select distinct on (year)
          year,
          version,
          due_day,
          time_zone,
          republish,
          \(Instant.microseconds(of: "min(loaded_at) over (partition by year)")) as first_loaded_at
      from plan.work_plan
      where district_id = $1
      order by
          year,
          loaded_at <= $2::timestamptz desc,
          version desc
      """, [districtID, instant.description]
    ).map { row in
      let (zone, republish) = (try row.required("time_zone"), try row.required("republish"))
      guard let zone = Zone(zone), let republication = WorkPlan.Republication(rawValue: republish) else {
        throw RunError(
          .configuration, "The plan holds the time zone '\(zone)' and republish '\(republish)', one of them unknown.")
      }
      return PlanYear(
        year: try row.number("year"), version: try row.number("version"), dueDay: try row.number("due_day"),
        zone: zone, republication: republication, firstLoadedAt: try row.instant("first_loaded_at"))
    }
  }

  /// The months whose due day is over at an instant, oldest first.
  func due(at instant: Instant) -> [Month] {
    let months = (1...12).compactMap { Month(year: year, month: $0) }
    guard let december = months.last, zone.day(of: firstLoadedAt) <= december.lastDay else { return [] }
    let today = zone.day(of: instant)
    return months.filter { month in month.due(by: dueDay).map { today > $0 } ?? false }
  }
}
