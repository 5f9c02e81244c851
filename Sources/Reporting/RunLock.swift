import Postgres

/// The lock of a district, of which one run at a time holds the database's own.
public enum RunLock {
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
    defer { _ = try? release(districtID, on: connection) }
    return try body(connection)
  }

  /// Takes the lock for the session, until it is released or the connection ends.
  ///
  /// - Returns: key of the district.
  /// - Throws: `RunError` of kind `locked` when another session holds the lock; `PostgresError` when the database refuses.
  @discardableResult
  static func take(_ district: String, on connection: isolated Connection) throws -> String {
    let districtID = try District.find(district, on: connection).id
    let row = try connection.queryOne("select plan.lock_district($1, 'run', false)::text as locked", [districtID])
    guard try row.required("locked") == "true" else {
      throw RunError(.locked, "Another run of district \(district) is under way. Try again when it has ended.")
    }
    return districtID
  }

  /// Gives the lock of a district back.
  static func release(_ districtID: String, on connection: isolated Connection) throws {
    _ = try connection.query("select plan.unlock_district($1, 'run')", [districtID])
  }
}
