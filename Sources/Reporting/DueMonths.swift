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
  /// The months of a district of which a due day has passed since they were published, or that never were, and, where the
  /// plan asks for it, the published ones whose figures have changed since (method, sections 2 and 12).
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
    let published = try PublishedSoFar.byMonth(ofDistrict: districtID, on: connection)
    for year in try PlanYear.list(ofDistrict: districtID, at: instant, on: connection) {
      let key = WorkPlan.Key(districtID: districtID, year: year.year, version: year.version)
      let dueDates = DueDates(
        of: year.year, dueDay: year.dueDay, try DueDates.Rhythm.all(of: key, on: connection), in: year.zone)
      let due = year.due(at: instant, by: dueDates)
      let unpublished = due.filter { month in
        dueDates.isToBePublished(month, at: instant, since: published[month]?.newestAsOf)
      }
      let mayHaveChanged = year.republication == .changed && due.contains { published[$0] != nil }
      guard mayHaveChanged || !unpublished.isEmpty, let last = due.last else { continue }
      let reading = try Reading(key, through: last.month, at: instant, on: connection)
      readings[year.year] = reading
      scopes += due.filter { month in
        guard !unpublished.contains(month), let before = published[month]?.fingerprint else { return true }
        return mayHaveChanged && Fingerprint(of: YearFigures(reading, through: month.month)).sha256 != before
      }.map { month in
        RunScope(districtID: districtID, district: code, month: month, version: year.version, asOf: instant)
      }
    }
    self.init(scopes: scopes, readings: readings)
  }
}

/// What has been published of a month.
private struct PublishedSoFar {
  /// The newest instant that a publication of it looked at: one of an earlier instant that was made later tells of no due
  /// day that this one has not told of.
  let newestAsOf: Instant
  /// The fingerprint of the publication that stands.
  let fingerprint: String?

  /// What has been published of each month.
  static func byMonth(
    ofDistrict districtID: String, on connection: isolated Connection
  ) throws -> [Month: PublishedSoFar] {
    try connection.query(
      """
      select
          to_char(run.period, 'YYYY-MM') as period,
          \(Instant.microseconds(of: "max(run.as_of)")) as newest_as_of,
          max(encode(run.submissions_sha256, 'hex')) filter (where publication.run_id is not null) as sha256
      from report.run
      left join report.publication
          on
              publication.district_id = run.district_id
              and publication.period = run.period
              and publication.run_id = run.run_id
      where
          run.district_id = $1
          and run.outcome = 'published'
      group by run.period
      """, [districtID]
    ).reduce(into: [:]) { published, row in
      guard let month = Month(parsing: try row.required("period")) else { return }
      published[month] = PublishedSoFar(newestAsOf: try row.instant("newest_as_of"), fingerprint: row["sha256"])
    }
  }
}

extension DueDates.Rhythm {
  /// The rhythms of a plan's indicators, each once.
  fileprivate static func all(of key: WorkPlan.Key, on connection: isolated Connection) throws -> [DueDates.Rhythm] {
    try connection.query(
      """
      select distinct
          frequency,
          due_day
      from plan.indicator
      where
          district_id = $1
          and year = $2
          and version = $3
      """, [key.districtID, String(key.year), String(key.version)]
    ).map { row in
      let word = try row.required("frequency")
      guard let frequency = Frequency(rawValue: word) else {
        throw RunError(.configuration, "The plan holds the frequency '\(word)', which is unknown.")
      }
      return DueDates.Rhythm(frequency: frequency, dueDay: try row["due_day"].map { _ in try row.number("due_day") })
    }
  }
}

extension DueDates {
  /// Whether a due day of a month is over at an instant that was not when the month was last published.
  ///
  /// - Parameters:
  ///   - month: a month of the plan year whose first due day is over.
  ///   - instant: the instant.
  ///   - lastPublished: the newest instant of its publications; nil where there is none.
  /// - Returns: true where there is a reason to publish it that no publication has met.
  fileprivate func isToBePublished(_ month: Month, at instant: Instant, since lastPublished: Instant?) -> Bool {
    guard let lastPublished else { return true }
    return publicationDays(of: month.month).contains { isOver($0, at: instant) && !isOver($0, at: lastPublished) }
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

  /// The months whose first due day is over at an instant, oldest first.
  func due(at instant: Instant, by dueDates: DueDates) -> [Month] {
    let months = (1...12).compactMap { Month(year: year, month: $0) }
    guard let december = months.last, zone.day(of: firstLoadedAt) <= december.lastDay else { return [] }
    return months.filter { dueDates.isOver(dueDates.day(of: $0.month, nil), at: instant) }
  }
}
