import Postgres

/// What submissions and reviews have in common.
enum Intake {
  /// Carries out the body while nobody else submits or reviews in the district, so that revisions count up.
  ///
  /// The lock is taken before the body's transaction begins, which then sees what was committed before, and dates what it
  /// records after it. Nobody waits for it longer than two minutes.
  ///
  /// - Throws: ``IntakeError`` of kind `locked`, or `PostgresError`; what the body throws.
  static func holding<Result>(
    _ districtID: String, on connection: isolated Connection, _ body: (isolated Connection) throws -> Result
  ) throws -> Result {
    let row = try connection.queryOne("select plan.lock_district($1, 'intake', true)::text as locked", [districtID])
    guard try row.required("locked") == "true" else {
      throw IntakeError(
        .locked, "another submission or review of the district has been under way all the while",
        hint: "try again later")
    }
    // Where this fails the session has ended, and the lock with it.
    defer { _ = try? connection.query("select plan.unlock_district($1, 'intake')", [districtID]) }
    return try body(connection)
  }
}

/// Loading what happened before the system did: with an instant of its own, which only the owner may give.
enum History {
  /// - Throws: ``IntakeError`` of kind `notPermitted`.
  static func permit(on connection: isolated Connection) throws {
    let row = try connection.queryOne("select pg_has_role(session_user, 'dabiao_owner', 'member')::text as may")
    guard try row.required("may") == "true" else {
      throw IntakeError(
        .notPermitted, "only a member of dabiao_owner may state when something was submitted, reviewed or said",
        hint: "leave the instant out")
    }
  }
}
