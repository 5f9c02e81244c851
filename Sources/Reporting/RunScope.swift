import Attainment
import Catalogue
import Postgres

/// The district, plan version and instant that a run is about.
struct RunScope: Sendable {
  /// Key of the district.
  let districtID: String
  /// Code of the district.
  let district: String
  /// The reported month.
  let month: Month
  /// Version of the plan.
  let version: Int
  /// The as-of instant T.
  let asOf: Instant

  /// Where the version of the plan stands in the database.
  var plan: WorkPlan.Key { WorkPlan.Key(districtID: districtID, year: month.year, version: version) }

  /// The scope of a run that is to be made.
  ///
  /// The version is the newest that was loaded at or before the as-of instant. Where none had been loaded by then, as for
  /// figures of a time before the system, it is the newest of all.
  ///
  /// - Throws: `RunError` when there is no such district or plan; `PostgresError` when the database refuses.
  init(_ month: Month, of district: String?, at instant: Instant, on connection: isolated Connection) throws {
    let (districtID, code) = try District.find(district, on: connection)
    let plan = try connection.queryFirst(
      """
      select version
      from plan.work_plan
      where
          district_id = $1
          and year = $2
      order by
          loaded_at <= $3::timestamptz desc,
          version desc
      limit 1
      """, [districtID, String(month.year), instant.description])
    guard let plan else {
      throw RunError(
        .configuration,
        "District \(code) has no work plan for \(month.year). Load one with 'dabiao plan load DIR'.")
    }
    self.init(
      districtID: districtID, district: code, month: month, version: try plan.number("version"), asOf: instant)
  }

  /// The scope of a run that has been made.
  init(districtID: String, district: String, month: Month, version: Int, asOf: Instant) {
    self.districtID = districtID
    self.district = district
    self.month = month
    self.version = version
    self.asOf = asOf
  }
}
