import CLibPQ

extension Connection {
  /// Passes the rows of a statement's answer by, one at a time, in constant memory.
  ///
  /// Other statements on this connection are refused meanwhile. When the body throws, the statement is cancelled, which
  /// in a transaction makes the transaction fail, and the connection can be used again.
  ///
  /// - Parameters:
  ///   - sql: one statement, with `$1`, `$2`, … where values go.
  ///   - parameters: the values in text; nil for null.
  ///   - body: called with each row, which is readable only during the call.
  /// - Throws: ``PostgresError``, or what the body threw.
  public func forEachRow(
    _ sql: String, _ parameters: [String?] = [], _ body: (borrowing RowView) throws -> Void
  ) throws {
    try streaming(sql) { session in try session.forEachRow(sql, parameters, body) }
  }
}

extension Session {
  func forEachRow(_ sql: String, _ parameters: [String?], _ body: (borrowing RowView) throws -> Void) throws {
    try check(sql)
    let parameters = try Parameters(parameters, sql: sql)
    let sent = parameters.withPointers { PQsendQueryParams(pointer, sql, $0, nil, $1, nil, nil, 0) }
    guard sent == 1 else { throw connectionError(sql) }
    guard PQsetSingleRowMode(pointer) == 1 else {
      abandon(sql)
      throw PostgresError(.protocol, "libpq refused to pass rows one at a time", sql: sql)
    }
    while let next = PQgetResult(pointer) {
      let row = RowView(QueryResult(next))
      switch row.result.status {
      case PGRES_SINGLE_TUPLE:
        do {
          try body(row)
        } catch {
          abandon(sql)
          throw error
        }
      case PGRES_TUPLES_OK:
        break
      case PGRES_COMMAND_OK:
        drain(sql)
        throw PostgresError(
          .unexpectedResult, "the statement answered \(row.result.tag) and no rows", hint: "Use execute.", sql: sql)
      default:
        let error = refusal(row.result, sql)
        drain(sql)
        throw error
      }
    }
  }
}
