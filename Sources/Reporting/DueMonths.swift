import Attainment
import Logging
import Postgres

/// The months that the job should publish without being told which.
public enum DueMonths {
  /// The months of a district whose due date has passed and that are not yet published, and, where the plan asks for it,
  /// the published ones whose figures have changed since (method, sections 10 and 12).
  ///
  /// A plan year counts when its plan was first loaded before the year ended; one loaded later, as the year before for its
  /// bases, is history and never due by itself.
  ///
  /// - Parameters:
  ///   - district: code of the district.
  ///   - instant: the moment at which they are due, an ISO 8601 instant with its offset; nil for now by the database's
  ///     clock. The date of that moment in the plan's time zone is what counts.
  ///   - connection: a connection whose login is a member of `dabiao_job`.
  /// - Returns: the months, oldest first.
  /// - Throws: `RunError` when the instant cannot be read; `PostgresError` when the database refuses.
  public static func list(
    of district: String, at instant: String?, on connection: isolated Connection
  ) throws -> [Month] {
    let moment = try instant.map { try RunScope.instant($0, on: connection) }
    let districtID = try District.find(district, on: connection).id
    return try connection.query(Query.dueMonths, [districtID, moment]).compactMap { row in
      guard let month = Month(parsing: try row.required("month")) else { return nil }
      guard try row.required("is_published") == "true" else { return month }
      let current = try fingerprint(of: month, in: district, at: instant, on: connection)
      return current == row["sha256"] ? nil : month
    }
  }

  /// The SHA-256 over the figures that a run would use now.
  private static func fingerprint(
    of month: Month, in district: String, at instant: String?, on connection: isolated Connection
  ) throws -> String {
    try connection.transaction(.repeatableRead) { connection in
      let scope = try RunScope(
        RunRequest(district: district, month: month, asOf: instant, programVersion: ""), on: connection)
      try MonthlyRun.gather(scope, on: connection)
      return try connection.queryOne(Query.fingerprint).required("sha256")
    }
  }
}
