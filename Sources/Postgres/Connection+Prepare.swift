import CLibPQ

extension Connection {
  /// Has the server parse a statement that will be carried out many times on this connection.
  ///
  /// - Throws: ``PostgresError``.
  public func prepare(_ sql: String) throws(PostgresError) -> PreparedStatement {
    let session = try ready(for: sql)
    try forgetAbandoned()
    preparedCount += 1
    let name = "dabiao_\(preparedCount)"
    return PreparedStatement(
      sql: sql, parameterCount: try session.prepare(sql, name: name), name: name, shelf: shelf)
  }

  /// Carries out a prepared statement; rows that it answers are counted and dropped.
  ///
  /// - Throws: ``PostgresError``.
  @discardableResult
  public func execute(
    _ statement: PreparedStatement, _ parameters: [String?] = []
  ) throws(PostgresError) -> CommandResult {
    let result = try result(of: statement, parameters)
    return CommandResult(tag: result.tag, affectedRows: result.affectedRows)
  }

  /// Gives all the rows of a prepared statement's answer.
  ///
  /// - Throws: ``PostgresError``, also for a statement that answers no rows at all.
  public func query(_ statement: PreparedStatement, _ parameters: [String?] = []) throws(PostgresError) -> [Row] {
    let result = try result(of: statement, parameters)
    return try Self.rows(of: result, statement.sql)
  }

  private func result(
    of statement: PreparedStatement, _ parameters: [String?]
  ) throws(PostgresError) -> QueryResult {
    guard statement.shelf === shelf else {
      throw PostgresError(
        .misuse, "the statement was prepared on another connection", hint: "Prepare it on this one.",
        sql: statement.sql)
    }
    return try ready(for: statement.sql).result(ofPrepared: statement.name, sql: statement.sql, parameters)
  }

  // In a failed transaction the server would refuse; the names then wait for the next time.
  private func forgetAbandoned() throws(PostgresError) {
    guard try transactionStatus() != .failed else { return }
    for name in shelf.takeAbandoned() { try execute("deallocate \(name)") }
  }
}

extension Session {
  /// Has the server parse a statement under a name and gives the number of its parameters.
  func prepare(_ sql: String, name: String) throws(PostgresError) -> Int {
    try check(sql)
    let prepared = QueryResult(PQprepare(pointer, name, sql, 0, nil))
    _ = try successful(prepared, sql)
    let described = try successful(QueryResult(PQdescribePrepared(pointer, name)), sql)
    return Int(PQnparams(described.pointer))
  }
}
