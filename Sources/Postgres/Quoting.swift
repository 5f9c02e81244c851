/// Names and values written into SQL where no parameter can stand, as in COPY and CREATE DATABASE.
public enum Quoting {
  /// A name as a quoted identifier.
  ///
  /// - Throws: ``PostgresError`` when the name holds a NUL.
  public static func identifier(_ name: String) throws(PostgresError) -> String {
    try refuseNUL(name)
    return "\"" + doubling(name, "\"") + "\""
  }

  /// A value as a quoted literal of unknown type, right whatever `standard_conforming_strings` says.
  ///
  /// - Throws: ``PostgresError`` when the value holds a NUL.
  public static func literal(_ value: String) throws(PostgresError) -> String {
    try refuseNUL(value)
    let quoted = "'" + doubling(doubling(value, "'"), "\\") + "'"
    // The space keeps the E from joining a keyword before it.
    return value.utf8.contains(UInt8(ascii: "\\")) ? " E" + quoted : quoted
  }

  private static func refuseNUL(_ text: String) throws(PostgresError) {
    guard text.utf8.contains(0) else { return }
    throw PostgresError(.invalidParameter, "a text to be quoted holds a NUL", hint: "Remove the NUL.")
  }

  // Scalars, not characters: a quote followed by a combining mark is one character but still ends a literal.
  private static func doubling(_ text: String, _ mark: Unicode.Scalar) -> String {
    var doubled = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      doubled.append(scalar)
      if scalar == mark { doubled.append(scalar) }
    }
    return String(doubled)
  }
}
