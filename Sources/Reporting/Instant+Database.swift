import Attainment
import Postgres

extension Instant {
  /// An instant as the command line gives it; now where none is given, by the database's clock.
  ///
  /// - Parameters:
  ///   - text: date and time with an offset, such as `2020-07-11T00:00:00+08:00`; nil for now.
  ///   - connection: any connection.
  /// - Returns: the instant.
  /// - Throws: `RunError` of kind `usage` for any other text; `PostgresError` when the database cannot be asked.
  static func asOf(_ text: String?, on connection: isolated Connection) throws -> Instant {
    guard let text else {
      return try connection.queryOne("select \(microseconds(of: "statement_timestamp()")) as now").instant("now")
    }
    guard let instant = Instant(parsing: text) else {
      throw RunError(
        .usage,
        "The as-of instant '\(text)' is not a date and time with an offset, such as 2020-07-11T00:00:00+08:00.")
    }
    return instant
  }

  /// The expression that gives a timestamptz to ``Postgres/Row/instant(_:)``.
  static func microseconds(of expression: String) -> String {
    "(extract(epoch from \(expression) - '2000-01-01T00:00:00Z'::timestamptz) * 1000000)::bigint"
  }
}

extension Row {
  /// A column that holds a whole number.
  func number(_ column: String) throws -> Int {
    let text = try required(column)
    guard let number = Int(text) else { throw RunError(.configuration, "The column \(column) holds '\(text)'.") }
    return number
  }

  /// A column that holds an instant, selected by ``Attainment/Instant/microseconds(of:)``.
  func instant(_ column: String) throws -> Instant { Instant(microseconds: Int64(try number(column))) }
}
