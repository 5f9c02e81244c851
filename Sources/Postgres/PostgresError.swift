/// What the server or the client library refused: the server's own fields, all of them, and the statement's text.
///
/// Bound values are never part of it. The server's ``detail`` can quote a row, so ``description`` leaves it out.
public struct PostgresError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it was, for a caller that must decide what to do next.
  public enum Kind: String, Sendable, Hashable {
    /// No connection could be made, or the connection string cannot be read.
    case unreachable
    /// The connection was lost or had been closed.
    case connectionLost
    /// The server refused the statement; ``PostgresError/sqlState`` says why.
    case server
    /// The statement was cancelled by request or by its deadline.
    case cancelled
    /// A transaction that was to be committed had been rolled back by the server.
    case rolledBack
    /// The answer has not the shape that the call expects, as rows from a command that gives none.
    case unexpectedResult
    /// The client library could not follow the server's messages.
    case `protocol`
    /// A parameter or a field that cannot be sent, as a text with a NUL.
    case invalidParameter
    /// A call that the connection cannot take now, as a statement in the middle of a COPY.
    case misuse
  }

  /// What kind of failure it was.
  public var kind: Kind
  /// The server's code; nil when the error did not come from the server.
  public var sqlState: SQLState?
  /// The severity, untranslated: `ERROR`, `FATAL` or `PANIC`.
  public var severity: String?
  /// The primary message, one line.
  public var message: String
  /// More about the error; it can quote the row at fault.
  public var detail: String?
  /// What would be right.
  public var hint: String?
  /// Where in the server's functions, or on which line of a COPY, it happened.
  public var context: String?
  /// The schema of the table at fault.
  public var schemaName: String?
  /// The table at fault.
  public var tableName: String?
  /// The column at fault.
  public var columnName: String?
  /// The constraint at fault.
  public var constraintName: String?
  /// The character of ``sql`` at fault, counted from 1.
  public var position: Int?
  /// The statement's text with its placeholders, never the bound values.
  public var sql: String?

  /// An error of a kind, with a message and, where there is one, a hint and the statement.
  public init(
    _ kind: Kind, _ message: String, hint: String? = nil, sql: String? = nil, sqlState: SQLState? = nil
  ) {
    self.kind = kind
    self.message = message
    self.hint = hint
    self.sql = sql
    self.sqlState = sqlState
  }

  /// One line: the message, the code, the names at fault, the statement's beginning, and at the end the hint.
  public var description: String {
    var text = message
    if let sqlState { text += " (SQLSTATE \(sqlState))" }
    let named = [("table", qualifiedTable), ("column", columnName), ("constraint", constraintName)]
    for case (let noun, let name?) in named { text += "; \(noun) \(name)" }
    if let context { text += "; context: \(Self.oneLine(context))" }
    if let sql { text += "; statement: \(Self.oneLine(sql))" }
    if let hint { text += "; hint: \(hint)" }
    return text
  }

  private var qualifiedTable: String? {
    guard let tableName else { return nil }
    return schemaName.map { "\($0).\(tableName)" } ?? tableName
  }

  private static func oneLine(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 200 ? words.prefix(200) + "…" : words
  }
}
