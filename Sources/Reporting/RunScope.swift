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
  /// The version of the plan is the one that counts at the as-of instant.
  ///
  /// - Throws: `RunError` when there is no such district or plan; `PostgresError` when the database refuses.
  init(_ month: Month, of district: String?, at instant: Instant, on connection: isolated Connection) throws {
    let (districtID, code) = try District.find(district, on: connection)
    let plan = try WorkPlan.Key.newest(month.year, ofDistrict: districtID, at: instant, on: connection)
    guard let plan else {
      throw RunError(
        .configuration,
        "District \(code) has no work plan for \(month.year). Load one with 'dabiao plan load DIR'.")
    }
    self.init(
      districtID: districtID, district: code, month: month, version: plan.version, asOf: instant)
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
