import Postgres

/// For whom a login submits.
enum Sender: Equatable {
  /// The owner, who loads files of any unit.
  case owner
  /// A login that is tied to one unit in `intake.member`.
  case unit(String)

  /// The unit whose login it is; nil for the owner.
  var unit: String? {
    switch self {
    case .owner: nil
    case .unit(let unit): unit
    }
  }

  /// Finds for whom this connection's login submits in a district.
  ///
  /// - Throws: ``IntakeError`` of kind `notPermitted`, or `PostgresError`.
  init(_ districtID: String, on connection: isolated Connection) throws {
    let row = try connection.queryOne(
      """
      select
          session_user as login,
          pg_has_role(session_user, 'dabiao_owner', 'member')::text as is_owner,
          pg_has_role(session_user, 'dabiao_submitter', 'member')::text as may_submit
      """)
    if try row.required("is_owner") == "true" {
      self = .owner
      return
    }
    let login = try row.required("login")
    guard try row.required("may_submit") == "true" else {
      throw IntakeError(
        .notPermitted, "the login \(login) may not submit",
        hint: "a login in dabiao_submitter that speaks for a unit may")
    }
    let member = try connection.queryFirst(
      """
      select unit
      from intake.member
      where
          district_id = $1
          and login = session_user
      """, [districtID])
    guard let member else {
      throw IntakeError(
        .notPermitted, "the login \(login) speaks for no unit of the district",
        hint: "the owner ties it to one in intake.member")
    }
    self = .unit(try member.required("unit"))
  }
}
