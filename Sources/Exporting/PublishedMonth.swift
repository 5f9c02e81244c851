import Attainment
import Postgres

/// The publication that an export holds.
struct PublishedMonth: Sendable {
  /// Code of the district.
  let district: String

  /// Key of the district.
  let districtID: String

  /// Chinese name of the district.
  let districtName: String

  /// The month.
  let period: Month

  /// The as-of instant in UTC, the only instant that may enter a file.
  let asOf: String

  /// The as-of instant in seconds since 1970 UTC, fractions dropped.
  let asOfSeconds: Int

  /// The as-of instant to the minute, in the plan's time zone.
  let asOfLocal: String

  /// The plan year.
  let year: String

  /// The version of the work plan that the run used.
  let planVersion: String

  /// Time zone of the work plan.
  let timeZone: String

  /// Chinese title of the work plan.
  let planTitle: String

  /// Chinese names of the plan's units by code, as a JSON object.
  let unitNames: String

  /// Chinese titles of the plan's sections by number, as a JSON object.
  let sectionTitles: String

  /// The columns of the exported views, by the view's name.
  private let columns: [String: [ExportedColumn]]

  /// The columns of an exported view, in its order.
  func columns(of view: String) -> [ExportedColumn] { columns[view] ?? [] }

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
          floor(extract(epoch from run.as_of))::bigint as as_of_seconds,
          to_char(run.as_of at time zone work_plan.time_zone, 'YYYY-MM-DD HH24:MI') as as_of_local,
          run.district_id,
          district.name_zh as district_zh,
          work_plan.year,
          work_plan.version,
          work_plan.time_zone,
          work_plan.title_zh,
          coalesce(
              (
                  select jsonb_object_agg(unit.unit, unit.name_zh)
                  from plan.unit
                  where
                      unit.district_id = work_plan.district_id
                      and unit.year = work_plan.year
                      and unit.version = work_plan.version
              ),
              '{}'
          ) as unit_names,
          coalesce(
              (
                  select jsonb_object_agg(section.section::text, section.title_zh)
                  from plan.section
                  where
                      section.district_id = work_plan.district_id
                      and section.year = work_plan.year
                      and section.version = work_plan.version
              ),
              '{}'
          ) as section_titles
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
      district: district, districtID: try publication.required("district_id"),
      districtName: try publication.required("district_zh"), period: period,
      asOf: try publication.required("as_of"), asOfSeconds: Int(try publication.required("as_of_seconds")) ?? 0,
      asOfLocal: try publication.required("as_of_local"), year: try publication.required("year"),
      planVersion: try publication.required("version"), timeZone: try publication.required("time_zone"),
      planTitle: try publication.required("title_zh"), unitNames: try publication.required("unit_names"),
      sectionTitles: try publication.required("section_titles"), columns: try ExportedColumn.byView(on: connection))
  }
}
