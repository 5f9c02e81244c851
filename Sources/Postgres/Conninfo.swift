import CLibPQ

/// A connection string, checked so that no message about it can show a password.
struct Conninfo {
  let text: String
  private let passwords: [String]

  /// A keyword string, a URI, a database's name, or nothing for the environment alone.
  ///
  /// - Throws: ``PostgresError`` of kind `unreachable` when libpq could not read the string.
  init(_ text: String) throws(PostgresError) {
    self.text = text
    guard !text.utf8.contains(0) else { throw Self.unreadable("it holds a NUL") }
    let isURI = text.hasPrefix("postgresql://") || text.hasPrefix("postgres://")
    if isURI { try Self.checkUserInformation(text) }
    // Otherwise libpq would take the whole URI, password included, for a database's name and repeat it.
    guard isURI || !text.contains("://") || text.contains("=") else {
      throw Self.unreadable("a connection URI begins with postgresql://")
    }
    guard isURI || text.contains("=") else {
      passwords = []
      return
    }
    var complaint: UnsafeMutablePointer<CChar>?
    defer { PQfreemem(complaint) }
    guard let options = PQconninfoParse(text, &complaint) else {
      throw Self.unreadable(complaint.map { Self.maskingQuotes(String(cString: $0)) } ?? "libpq cannot parse it")
    }
    defer { PQconninfoFree(options) }
    var passwords: [String] = []
    var option = options
    while let keyword = option.pointee.keyword {
      if String(cString: keyword).hasSuffix("password"), let value = option.pointee.val {
        passwords.append(String(cString: value))
      }
      option += 1
    }
    self.passwords = passwords.filter { !$0.isEmpty }
  }

  /// Whether the string itself gives a password.
  var holdsPassword: Bool { !passwords.isEmpty }

  /// A message of libpq about this connection, without the passwords.
  func masking(_ message: String) -> String {
    passwords.reduce(message) { $0.split(separator: $1, omittingEmptySubsequences: false).joined(separator: "***") }
  }

  // A bare @ or / in a password ends it early, and libpq would repeat the rest as the host's name.
  private static func checkUserInformation(_ uri: String) throws(PostgresError) {
    let rest = uri.drop { $0 != "/" }.dropFirst(2)
    let beforeQuery = rest.prefix { $0 != "?" }
    let authority = beforeQuery.prefix { $0 != "/" }
    let marks = beforeQuery.filter { $0 == "@" }.count
    guard marks > 1 || (marks == 1 && !authority.contains("@")) else { return }
    throw unreadable("its user or password holds a bare @ or /; percent-encode them as %40 and %2F")
  }

  // libpq quotes what it could not read, which can be a piece of a password.
  private static func maskingQuotes(_ message: String) -> String {
    let pieces = message.split(separator: "\"", omittingEmptySubsequences: false)
    let masked = pieces.enumerated().map { index, piece in
      index.isMultiple(of: 2) || piece == "=" ? piece : "…"
    }
    return Session.trimming(masked.joined(separator: "\""))
  }

  private static func unreadable(_ reason: String) -> PostgresError {
    PostgresError(
      .unreachable, "the connection string cannot be read: \(reason)",
      hint: "Write it as host=… dbname=… user=…, or as postgresql://user@host/database.")
  }
}
