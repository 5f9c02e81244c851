import Postgres

/// The lock of a district, of which one run at a time holds the database's own.
public enum RunLock {
  /// First key of the advisory locks of runs; the second is the district.
  private static let lockClass = "1684107849"

  /// Carries out the body while nobody else runs or writes exports for the district.
  ///
  /// The lock belongs to the session: whatever ends the connection gives it back. The same connection may take it twice.
  ///
  /// - Parameters:
  ///   - district: code of the district.
  ///   - connection: the connection that the lock belongs to.
  ///   - body: the work.
  /// - Returns: what the body gives.
  /// - Throws: `RunError` of kind `locked` when another session holds the lock; what the body throws.
  public static func holding<Result>(
    _ district: String, on connection: isolated Connection, _ body: (isolated Connection) throws -> Result
  ) throws -> Result {
    let districtID = try take(district, on: connection)
    // Where this fails the session has ended, and the lock with it.
    defer {
      _ = try? connection.query("select pg_advisory_unlock($1::integer, $2::integer)", [lockClass, districtID])
    }
    return try body(connection)
  }

  /// Takes the lock for the session, until it is released or the connection ends.
  ///
  /// - Returns: key of the district.
  /// - Throws: `RunError` of kind `locked` when another session holds the lock; `PostgresError` when the database refuses.
  @discardableResult
  static func take(_ district: String, on connection: isolated Connection) throws -> String {
    let row = try connection.queryOne(
      """
      select
          district_id,
          pg_try_advisory_lock($1::integer, district_id)::text as locked
      from plan.district
      where district = $2
      """, [lockClass, district])
    guard try row.required("locked") == "true" else {
      throw RunError(.locked, "Another run of district \(district) is under way. Try again when it has ended.")
    }
    return try row.required("district_id")
  }

  /// Gives back every lock of the session.
  static func releaseAll(on connection: isolated Connection) throws {
    try connection.execute("select pg_advisory_unlock_all()")
  }
}
