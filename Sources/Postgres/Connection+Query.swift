import CLibPQ

extension Connection {
  /// Carries out one statement; rows that it answers are counted and dropped.
  ///
  /// - Parameters:
  ///   - sql: one statement, with `$1`, `$2`, … where values go.
  ///   - parameters: the values in text; nil for null.
  /// - Returns: the command tag and the number of rows affected.
  /// - Throws: ``PostgresError``.
  @discardableResult
  public func execute(_ sql: String, _ parameters: [String?] = []) throws(PostgresError) -> CommandResult {
    let result = try ready(for: sql).result(of: sql, parameters)
    return CommandResult(tag: result.tag, affectedRows: result.affectedRows)
  }

  /// Carries out several statements without parameters; outside a transaction they succeed or fail together.
  ///
  /// - Throws: ``PostgresError``.
  public func script(_ sql: String) throws(PostgresError) {
    _ = try ready(for: sql).result(ofScript: sql)
  }

  /// Gives all the rows of a statement's answer.
  ///
  /// - Parameters:
  ///   - sql: one statement, with `$1`, `$2`, … where values go.
  ///   - parameters: the values in text; nil for null.
  /// - Returns: the rows in the server's order; an empty array when there are none.
  /// - Throws: ``PostgresError``, also for a statement that answers no rows at all, as an insert without `returning`.
  public func query(_ sql: String, _ parameters: [String?] = []) throws(PostgresError) -> [Row] {
    let result = try ready(for: sql).result(of: sql, parameters)
    return try Self.rows(of: result, sql)
  }

  /// Gives the only row of a statement's answer.
  ///
  /// - Throws: ``PostgresError``, also when the answer has no row or several.
  public func queryOne(_ sql: String, _ parameters: [String?] = []) throws(PostgresError) -> Row {
    guard let row = try queryFirst(sql, parameters) else {
      throw PostgresError(.unexpectedResult, "no row where one is expected", sql: sql)
    }
    return row
  }

  /// Gives the only row of a statement's answer, or nil when it has none.
  ///
  /// - Throws: ``PostgresError``, also when the answer has several rows.
  public func queryFirst(_ sql: String, _ parameters: [String?] = []) throws(PostgresError) -> Row? {
    let rows = try query(sql, parameters)
    guard rows.count <= 1 else {
      throw PostgresError(.unexpectedResult, "\(rows.count) rows where at most one is expected", sql: sql)
    }
    return rows.first
  }

  static func rows(of result: borrowing QueryResult, _ sql: String) throws(PostgresError) -> [Row] {
    guard result.status == PGRES_TUPLES_OK else {
      throw PostgresError(
        .unexpectedResult, "the statement answered \(result.tag) and no rows", hint: "Use execute.", sql: sql)
    }
    let columns = Row.Columns(result.columnNames)
    var rows: [Row] = []
    rows.reserveCapacity(result.rowCount)
    for row in 0..<result.rowCount {
      var values: [String?] = []
      values.reserveCapacity(columns.names.count)
      for column in columns.names.indices {
        values.append(result.bytes(row: row, column: column).map { String(decoding: $0, as: UTF8.self) })
      }
      rows.append(Row(columns: columns, values: values))
    }
    return rows
  }
}
