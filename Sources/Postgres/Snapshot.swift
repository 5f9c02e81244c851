/// What a database held at one moment, shared by the transactions of several connections.
///
/// It can be read from as long as the connection that shares it keeps its transaction open; see
/// ``Connection/sharingSnapshot(_:)``.
public struct Snapshot: Sendable, Hashable {
  /// The server's name for it.
  let name: String
}

extension Connection {
  /// Shares with other connections what is committed now, for as long as the body runs.
  ///
  /// A transaction that begins from the snapshot sees what this connection saw, whatever has been committed since. This
  /// connection does nothing else meanwhile; it is held open against the server's limits on waiting transactions.
  ///
  /// - Parameter body: the work of the other connections.
  /// - Returns: what the body gives.
  /// - Throws: ``PostgresError`` when the server gives no snapshot; what the body threw. A connection that is lost while
  ///   the body runs is no error here: whoever wanted to begin from its snapshot afterwards has had one.
  public func sharingSnapshot<R: Sendable>(_ body: @Sendable (Snapshot) async throws -> R) async throws -> R {
    let begin = "begin isolation level repeatable read read only"
    guard try transactionStatus() == .idle else {
      throw PostgresError(
        .misuse, "a transaction is open already", hint: "Share the snapshot of a connection of its own.", sql: begin)
    }
    try execute(begin)
    defer { rollBack("rollback") }
    // By name and not by SET: servers before 17 do not know the second.
    try execute(
      """
      select set_config(name, '0', true)
      from pg_catalog.pg_settings
      where name in ('idle_in_transaction_session_timeout', 'transaction_timeout')
      """)
    let name = try queryOne("select pg_catalog.pg_export_snapshot() as name").required("name")
    return try await body(Snapshot(name: name))
  }

  /// Makes the transaction that has just begun see what the snapshot holds.
  ///
  /// - Throws: ``PostgresError``: of kind `connectionLost` when the connection that shared the snapshot is no longer there.
  func take(_ snapshot: Snapshot) throws(PostgresError) {
    let sql = "set transaction snapshot \(try Quoting.literal(snapshot.name))"
    do {
      try execute(sql)
    } catch {
      // Servers say it in different ways: no such file, no such snapshot, its transaction not running.
      guard let state = error.sqlState, ["22023", "42704", "55000", "58P01"].contains(state.rawValue) else {
        throw error
      }
      throw PostgresError(
        .connectionLost, "the connection that shared its snapshot was lost", hint: "Begin again from a new snapshot.",
        sql: sql, sqlState: state)
    }
  }
}
