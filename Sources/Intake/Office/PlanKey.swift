import Postgres

/// The newest version of the plan of a period's year.
struct PlanKey {
  /// Key of the district.
  let districtID: String
  /// Plan year.
  let year: String
  /// Version.
  let version: String
  /// Its time zone.
  let timeZone: String

  /// Finds it.
  ///
  /// - Throws: ``IntakeError`` of kind `badData` where no plan of the year is loaded; `PostgresError`.
  init(districtID: String, period: String, on connection: isolated Connection) throws {
    let row = try connection.queryFirst(
      """
      select
          year,
          version,
          time_zone
      from plan.work_plan
      where
          district_id = $1
          and year = extract(year from to_date($2, 'YYYY-MM'))
      order by version desc
      limit 1
      """, [districtID, period])
    guard let row else {
      throw IntakeError(.badData, "no plan of the year of \(period) is loaded", hint: "see 'dabiao status'")
    }
    self.districtID = districtID
    year = try row.required("year")
    version = try row.required("version")
    timeZone = try row.required("time_zone")
  }

  /// Refuses a code that the plan does not know.
  ///
  /// - Parameters:
  ///   - table: `unit` or `indicator`.
  ///   - code: the code; nil where none is named.
  ///   - connection: a connection that may read the tables of `plan`.
  /// - Throws: ``IntakeError`` of kind `badData`, with the nearest code that there is; `PostgresError`.
  func expect(_ table: String, _ code: String?, on connection: isolated Connection) throws {
    guard let code else { return }
    let known = try connection.query(
      """
      select
          \(table) as code,
          name_zh
      from plan.\(table)
      where
          district_id = $1
          and year = $2
          and version = $3
      order by ordinal
      """, [districtID, year, version]
    ).map { NearestCode.Candidate(code: try $0.required("code"), name: try $0.required("name_zh")) }
    guard !known.contains(where: { $0.code == code }) else { return }
    throw IntakeError(
      .badData, "the plan of \(year) has no \(table) \(code)",
      hint: NearestCode.of(code, among: known).map { "the nearest is \($0)" })
  }
}
