import Attainment
import Postgres

/// The publication that an export holds.
struct PublishedMonth: Sendable {
  /// Code of the district.
  let district: String

  /// The month, as `2020-06`.
  let period: String

  /// The as-of instant in UTC, the only instant that may enter a file.
  let asOf: String

  /// Chinese title of the work plan.
  let planTitle: String

  /// Finds the publication of a month.
  ///
  /// - Throws: `ExportError` of kind `notPublished` when the month was never published.
  static func find(
    _ period: Month, of district: String, on connection: isolated Connection
  ) throws -> PublishedMonth {
    let publication = try connection.queryFirst(
      """
      select
          to_char(run.as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as as_of,
          work_plan.title_zh
      from report.publication
      join report.run
          on
              run.district_id = publication.district_id
              and run.run_id = publication.run_id
      join plan.work_plan
          on
              work_plan.district_id = run.district_id
              and work_plan.year = run.year
              and work_plan.version = run.version
      join plan.district on district.district_id = publication.district_id
      where
          district.district = $1
          and publication.period = to_date($2, 'YYYY-MM')
      """, [district, period.description])
    guard let publication else {
      throw ExportError(
        .notPublished, "District \(district) has no publication of \(period). Publish it: dabiao run --month \(period)")
    }
    return PublishedMonth(
      district: district, period: period.description, asOf: try publication.required("as_of"),
      planTitle: try publication.required("title_zh"))
  }
}
