import CLibPQ
import Logging

/// Owns libpq's connection and speaks with it; used by one thread at a time.
final class Session {
  let pointer: OpaquePointer
  let logger: Logger
  private let notices: NoticeLog
  private var isBroken = false

  /// Connects, blocking until the server has answered.
  ///
  /// - Throws: ``PostgresError`` of kind `unreachable`.
  init(_ conninfo: String, applicationName: String, logger: Logger) throws(PostgresError) {
    let conninfo = try Conninfo(conninfo)
    // Later keywords win over those in dbname; the fallback name yields to one given there or in the environment.
    let keywords = ["dbname", "client_encoding", "fallback_application_name"]
    let values = [conninfo.text, "UTF8", applicationName]
    let keys = try Parameters(keywords + [nil], sql: "")
    let settings = try Parameters(values + [nil], sql: "")
    let pointer = keys.withPointers { _, keys in
      settings.withPointers { _, settings in PQconnectdbParams(keys, settings, 1) }
    }
    guard let pointer else { throw PostgresError(.unreachable, "libpq is out of memory") }
    guard PQstatus(pointer) == CONNECTION_OK else {
      let message = conninfo.masking(Self.message(of: pointer))
      PQfinish(pointer)
      throw PostgresError(
        .unreachable, message,
        hint: "Check the host, port, database and role, and that the server accepts connections.")
    }
    self.pointer = pointer
    self.logger = logger
    notices = NoticeLog(logger: logger)
    notices.receive(from: pointer)
  }

  deinit { PQfinish(pointer) }

  /// Whether the connection can take a statement.
  var isUsable: Bool { !isBroken && PQstatus(pointer) == CONNECTION_OK }

  /// Carries out one statement and gives its result, which is one of success.
  func result(of sql: String, _ parameters: [String?]) throws(PostgresError) -> QueryResult {
    try check(sql)
    let parameters = try Parameters(parameters, sql: sql)
    let result = QueryResult(
      parameters.withPointers { PQexecParams(pointer, sql, $0, nil, $1, nil, nil, 0) })
    return try successful(result, sql)
  }

  /// Carries out a prepared statement and gives its result, which is one of success.
  func result(ofPrepared name: String, sql: String, _ parameters: [String?]) throws(PostgresError) -> QueryResult {
    let parameters = try Parameters(parameters, sql: sql)
    let result = QueryResult(
      parameters.withPointers { PQexecPrepared(pointer, name, $0, $1, nil, nil, 0) })
    return try successful(result, sql)
  }

  /// Carries out several statements and gives the last one's result, which is one of success.
  func result(ofScript sql: String) throws(PostgresError) -> QueryResult {
    try check(sql)
    return try successful(QueryResult(PQexec(pointer, sql)), sql)
  }

  /// Refuses a text that a NUL would cut.
  func check(_ sql: String) throws(PostgresError) {
    guard sql.utf8.contains(0) else { return }
    throw PostgresError(.invalidParameter, "the statement's text holds a NUL", hint: "Remove the NUL.")
  }

  /// The result if it is one of success; a COPY that was not asked for is ended first.
  func successful(_ result: consuming QueryResult, _ sql: String) throws(PostgresError) -> QueryResult {
    switch result.status {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return result
    default: throw refusal(result, sql)
    }
  }

  /// The error for a result that is not what was wanted, with the connection ready for the next statement.
  func refusal(_ result: borrowing QueryResult, _ sql: String) -> PostgresError {
    switch result.status {
    case PGRES_EMPTY_QUERY:
      return PostgresError(.unexpectedResult, "the statement is empty", sql: sql)
    case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
      // A COPY that waits for data is ended, not cancelled: a cancel that the server sees before it has read the sync
      // behind the statement would make it say twice that it is ready, and every answer after that would be one late.
      if result.status == PGRES_COPY_IN { drain(sql) } else { abandon(sql) }
      return PostgresError(
        .unexpectedResult, "the statement copies data where a plain statement is expected",
        hint: "Use copyIn or copyOut.", sql: sql)
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
      return PostgresError(
        .unexpectedResult, "the statement answered \(result.tag), which is not what was asked", sql: sql)
    default:
      return error(from: result, sql)
    }
  }

  /// The server's error in full, or libpq's own.
  func error(from result: borrowing QueryResult, _ sql: String) -> PostgresError {
    let state = result.errorField(diag_sqlstate).map { SQLState(rawValue: $0) }
    let message = result.errorField(diag_message) ?? Self.message(of: pointer)
    // libpq tells of a failed write before it has read that the server is gone: reading makes it notice.
    if state == nil { _ = PQconsumeInput(pointer) }
    let kind: PostgresError.Kind
    if state == .queryCanceled {
      kind = .cancelled
    } else if PQstatus(pointer) != CONNECTION_OK {
      kind = .connectionLost
    } else {
      kind = state == nil ? .protocol : .server
    }
    var error = PostgresError(kind, Self.trimming(message), sql: sql, sqlState: state)
    error.severity = result.errorField(diag_severity)
    error.detail = result.errorField(diag_detail)
    error.hint = result.errorField(diag_hint)
    error.context = result.errorField(diag_context)
    error.schemaName = result.errorField(diag_schema)
    error.tableName = result.errorField(diag_table)
    error.columnName = result.errorField(diag_column)
    error.constraintName = result.errorField(diag_constraint)
    error.position = result.errorField(diag_position).flatMap { Int($0) }
    return error
  }

  /// libpq's last word on the connection, when there is no result to ask.
  func connectionError(_ sql: String) -> PostgresError {
    let kind: PostgresError.Kind = PQstatus(pointer) == CONNECTION_OK ? .protocol : .connectionLost
    return PostgresError(kind, Self.message(of: pointer), sql: sql)
  }

  /// Stops what the server is sending and reads to the end of it.
  func abandon(_ sql: String) {
    Canceller(pointer, logger: logger).cancel()
    drain(sql)
  }

  /// Reads to the end of the answer, ending any COPY on the way, so that the connection can take the next statement.
  ///
  /// - Returns: the first error in what was read.
  @discardableResult
  func drain(_ sql: String) -> PostgresError? {
    var first: PostgresError?
    while let next = PQgetResult(pointer) {
      let result = QueryResult(next)
      switch result.status {
      case PGRES_COPY_IN:
        // libpq says COPY_IN for as long as the COPY is not ended: asking again would never end.
        guard PQputCopyEnd(pointer, "abandoned by the client") == 1 else {
          isBroken = true
          return first
        }
      case PGRES_COPY_OUT:
        var line: UnsafeMutablePointer<CChar>?
        while PQgetCopyData(pointer, &line, 0) > 0 { PQfreemem(line) }
      case PGRES_COPY_BOTH:
        isBroken = true
        return first
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY:
        break
      default:
        first = first ?? error(from: result, sql)
      }
    }
    return first
  }

  static func message(of connection: OpaquePointer) -> String {
    let message = PQerrorMessage(connection).map { trimming(String(cString: $0)) } ?? ""
    return message.isEmpty ? "libpq gave no reason" : message
  }

  /// The text in one line, without the line's end and the breaks that libpq puts into its messages.
  static func trimming(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { line in
      line.drop(while: \.isWhitespace)
    }.joined(separator: " ")
  }
}
