import Attainment
import Postgres

extension DueMonths {
  /// The months of a district that `dabiao run --due` would publish now, oldest first.
  ///
  /// - Parameters:
  ///   - district: code of the district.
  ///   - connection: a connection that may read plans, submissions and runs.
  /// - Returns: the months.
  /// - Throws: `RunError` when there is no such district; `PostgresError` when the database refuses.
  public static func list(of district: String, on connection: isolated Connection) throws -> [Month] {
    let now = try Instant.asOf(nil, on: connection)
    return try DueMonths(of: district, at: now, from: nil, on: connection).scopes.map(\.month)
  }
}
