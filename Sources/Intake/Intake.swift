import Postgres

/// What submissions and reviews have in common.
enum Intake {
  /// Holds off other submissions and reviews of the district until the transaction ends, so that revisions count up.
  ///
  /// Any login that submits may hold the lock, so nobody waits for it without end: two minutes, unless the session has a
  /// `lock_timeout` of its own.
  ///
  /// - Throws: ``IntakeError`` of kind `locked`, or `PostgresError`.
  static func lock(_ districtID: String, on connection: isolated Connection) throws {
    _ = try connection.query(
      "select set_config('lock_timeout', '2min', true) where current_setting('lock_timeout') = '0'")
    do {
      _ = try connection.query("select pg_advisory_xact_lock(hashtextextended('dabiao intake', $1))", [districtID])
    } catch SQLState.lockNotAvailable {
      throw IntakeError(
        .locked, "another submission or review of the district has been under way all the while",
        hint: "try again later")
    }
  }
}

/// Loading what happened before the system did: with an instant of its own, which only the owner may give.
enum History {
  /// - Throws: ``IntakeError`` of kind `notPermitted`.
  static func permit(on connection: isolated Connection) throws {
    let row = try connection.queryOne("select pg_has_role(session_user, 'dabiao_owner', 'member')::text as may")
    guard try row.required("may") == "true" else {
      throw IntakeError(
        .notPermitted, "only a member of dabiao_owner may state when something was submitted or reviewed",
        hint: "leave the instant out")
    }
  }
}
