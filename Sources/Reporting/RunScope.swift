import Attainment
import Postgres

/// The district, plan version and instant that a run is about, as the database knows them.
struct RunScope: Sendable {
  let districtID: String
  let district: String
  let year: String
  let version: String
  let month: Month
  let asOf: String
  let stopsOnError: Bool

  /// The parameters that every query of the run shares, in its order: district, year, version, month, as-of instant.
  var parameters: [String?] { [districtID, year, version, String(month.month), asOf] }

  /// The place of the reported month among the parameters.
  static let monthParameter = 3

  /// Finds the district and the version of its plan.
  ///
  /// The version is the newest that was loaded at or before the as-of instant. Where none had been loaded by then, as for
  /// figures of a time before the system, it is the newest of all.
  ///
  /// - Throws: `RunError` when there is no such district or plan; `PostgresError` when the database refuses.
  init(_ request: RunRequest, on connection: isolated Connection) throws {
    let asOf = try Self.instant(request.asOf, on: connection)
    let (districtID, district) = try District.find(request.district, on: connection)
    let plan = try connection.queryFirst(
      """
      select
          version,
          stop_on_error::text as stop_on_error
      from plan.work_plan
      where
          district_id = $1
          and year = $2
      order by
          loaded_at <= $3::timestamptz desc,
          version desc
      limit 1
      """,
      [districtID, String(request.month.year), asOf])
    guard let plan else {
      throw RunError(
        .configuration,
        "District \(district) has no work plan for \(request.month.year). Load one with 'dabiao plan load DIR'.")
    }
    self.districtID = districtID
    self.district = district
    self.year = String(request.month.year)
    self.version = try plan.required("version")
    self.month = request.month
    self.asOf = asOf
    self.stopsOnError = try plan.required("stop_on_error") == "true"
  }

  /// The scope of a run that has been made, to work on the same submissions again.
  init(
    districtID: String, district: String, version: String, month: Month, asOf: String
  ) {
    self.districtID = districtID
    self.district = district
    self.year = String(month.year)
    self.version = version
    self.month = month
    self.asOf = asOf
    stopsOnError = false
  }

  /// The instant in UTC, to the microsecond; now where none is given, by the database's clock.
  static func instant(_ text: String?, on connection: isolated Connection) throws -> String {
    if let text, !text.isInstant {
      throw RunError(
        .usage,
        "The as-of instant '\(text)' is not a date and time with an offset, such as 2020-07-11T00:00:00+08:00.")
    }
    let row: Row
    do {
      row = try connection.queryOne(
        """
        select
            to_char(
                coalesce($1::timestamptz, statement_timestamp()) at time zone 'UTC',
                'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'
            ) as instant
        """, [text])
    } catch {
      guard error.sqlState?.classCode == "22" else { throw error }
      throw RunError(.usage, "The as-of instant '\(text ?? "")' does not exist: \(error.message).")
    }
    return try row.required("instant")
  }
}

extension String {
  /// Whether it has the form of an ISO 8601 instant with an offset; whether the day exists is PostgreSQL's to say.
  fileprivate var isInstant: Bool {
    wholeMatch(of: /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}(:?\d{2})?)/) != nil
  }
}
