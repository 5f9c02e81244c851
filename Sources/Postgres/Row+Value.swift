extension Row {
  /// The value of a column that must be there and not null, read from its text by a function such as
  /// `Verdict.init(rawValue:)`, which gives nil for a text that it does not know.
  ///
  /// - Throws: ``PostgresError`` when the column is missing, null or not to be read.
  public func required<Value>(_ name: String, _ read: (String) -> Value?) throws(PostgresError) -> Value {
    try Self.value(of: name, in: try required(name), read)
  }

  /// The value of a column, read from its text; nil for null and for a column that the answer does not have.
  ///
  /// - Throws: ``PostgresError`` when the text is not to be read.
  public func optional<Value>(_ name: String, _ read: (String) -> Value?) throws(PostgresError) -> Value? {
    guard let text = self[name] else { return nil }
    return try Self.value(of: name, in: text, read)
  }

  private static func value<Value>(
    of name: String, in text: String, _ read: (String) -> Value?
  ) throws(PostgresError) -> Value {
    guard let value = read(text) else {
      throw PostgresError(.unexpectedResult, "the column \(name) holds '\(text)', which is no \(Value.self)")
    }
    return value
  }
}
