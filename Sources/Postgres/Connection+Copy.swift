import CLibPQ

extension Connection {
  /// Carries out a COPY … FROM STDIN whose data the body writes.
  ///
  /// Other statements on this connection are refused meanwhile. When the body throws, nothing is copied.
  ///
  /// - Parameters:
  ///   - sql: the COPY statement; it can hold no parameters.
  ///   - body: writes the data.
  /// - Returns: the number of rows copied.
  /// - Throws: ``PostgresError``, or what the body threw.
  @discardableResult
  public func copyIn(_ sql: String, _ body: (inout CopyWriter) throws -> Void) throws -> Int {
    try streaming(sql) { session in try session.copyIn(sql, body) }
  }

  /// Carries out a COPY … TO STDOUT and passes its data by, a row at a time, in constant memory.
  ///
  /// Other statements on this connection are refused meanwhile. When the body throws, the statement is cancelled, which
  /// in a transaction makes the transaction fail, and the connection can be used again.
  ///
  /// - Parameters:
  ///   - sql: the COPY statement; it can hold no parameters.
  ///   - body: called with the bytes of each row and, in the text and CSV formats, of the line's end.
  /// - Returns: the number of rows copied.
  /// - Throws: ``PostgresError``, or what the body threw.
  @discardableResult
  public func copyOut(_ sql: String, _ body: (borrowing ByteView) throws -> Void) throws -> Int {
    try streaming(sql) { session in try session.copyOut(sql, body) }
  }
}

extension Session {
  func copyIn(_ sql: String, _ body: (inout CopyWriter) throws -> Void) throws -> Int {
    try check(sql)
    let answer = QueryResult(PQexec(pointer, sql))
    guard answer.status == PGRES_COPY_IN else { throw refusal(answer, sql) }
    var writer = CopyWriter(pointer, sql: sql)
    do {
      try body(&writer)
      try writer.flush()
    } catch {
      let isOwn = writer.failure != nil
      _ = PQputCopyEnd(pointer, "abandoned by the client")
      let reason = drain(sql)
      // When sending failed, the server's own word, if it left one, says more than the broken pipe does.
      if isOwn, let reason, reason.sqlState != nil { throw reason }
      throw error
    }
    guard PQputCopyEnd(pointer, nil) == 1 else {
      let error = connectionError(sql)
      drain(sql)
      throw error
    }
    return try copied(sql)
  }

  func copyOut(_ sql: String, _ body: (borrowing ByteView) throws -> Void) throws -> Int {
    try check(sql)
    let answer = QueryResult(PQexec(pointer, sql))
    guard answer.status == PGRES_COPY_OUT else { throw refusal(answer, sql) }
    while true {
      var line: UnsafeMutablePointer<CChar>?
      let length = PQgetCopyData(pointer, &line, 0)
      guard length > 0 else { break }
      defer { PQfreemem(line) }
      do {
        try body(ByteView(UnsafeRawBufferPointer(start: line, count: Int(length))))
      } catch {
        abandon(sql)
        throw error
      }
    }
    return try copied(sql)
  }

  // The end of the data is not the end of the COPY: the result after it tells whether it succeeded.
  private func copied(_ sql: String) throws(PostgresError) -> Int {
    let result = QueryResult(PQgetResult(pointer))
    let failure = result.status == PGRES_COMMAND_OK ? nil : error(from: result, sql)
    let late = drain(sql)
    if let failure = failure ?? late { throw failure }
    return result.affectedRows
  }
}
