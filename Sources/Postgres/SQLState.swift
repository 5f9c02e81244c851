/// A five-character SQLSTATE, the language-independent code of a server error.
///
/// The set is open: a code without a constant here is still carried. A constant works as a pattern in a `catch` clause:
/// `catch SQLState.uniqueViolation { … }`.
public struct SQLState: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The five characters.
  public let rawValue: String

  /// A state from its five characters.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A state from a literal of five characters.
  public init(stringLiteral value: String) { rawValue = value }

  /// The five characters.
  public var description: String { rawValue }

  /// The first two characters, which name the class of the error.
  public var classCode: String { String(rawValue.prefix(2)) }

  /// 22P02: a text that cannot be read as a value of the wanted type.
  public static let invalidTextRepresentation: SQLState = "22P02"
  /// 22003: a number too large for its type.
  public static let numericValueOutOfRange: SQLState = "22003"
  /// 22021: bytes that are not text in the database's encoding.
  public static let characterNotInRepertoire: SQLState = "22021"
  /// 22P04: a line of COPY data that cannot be read.
  public static let badCopyFileFormat: SQLState = "22P04"
  /// 22P05: a character that the wanted encoding does not have.
  public static let untranslatableCharacter: SQLState = "22P05"
  /// 23502: null where a value is required.
  public static let notNullViolation: SQLState = "23502"
  /// 23503: a row that refers to, or is referred to by, another.
  public static let foreignKeyViolation: SQLState = "23503"
  /// 23505: a second row with the same key.
  public static let uniqueViolation: SQLState = "23505"
  /// 23514: a row that breaks a check constraint.
  public static let checkViolation: SQLState = "23514"
  /// 25P02: a statement in a transaction that has failed already.
  public static let inFailedSQLTransaction: SQLState = "25P02"
  /// 25006: a write in a read-only transaction.
  public static let readOnlySQLTransaction: SQLState = "25006"
  /// 28P01: a wrong password.
  public static let invalidPassword: SQLState = "28P01"
  /// 3D000: a database that does not exist.
  public static let invalidCatalogName: SQLState = "3D000"
  /// 3F000: a schema that does not exist.
  public static let invalidSchemaName: SQLState = "3F000"
  /// 40001: a concurrent update that a serializable or repeatable-read transaction cannot follow; trying again may succeed.
  public static let serializationFailure: SQLState = "40001"
  /// 40P01: transactions waiting for each other.
  public static let deadlockDetected: SQLState = "40P01"
  /// 42501: a missing privilege.
  public static let insufficientPrivilege: SQLState = "42501"
  /// 42601: a statement that cannot be parsed.
  public static let syntaxError: SQLState = "42601"
  /// 42703: a column that does not exist.
  public static let undefinedColumn: SQLState = "42703"
  /// 42883: a function that does not exist.
  public static let undefinedFunction: SQLState = "42883"
  /// 42P01: a table or view that does not exist.
  public static let undefinedTable: SQLState = "42P01"
  /// 42704: a role, type or other object that does not exist.
  public static let undefinedObject: SQLState = "42704"
  /// 53100: no room on the server's disk.
  public static let diskFull: SQLState = "53100"
  /// 53300: the server takes no more connections.
  public static let tooManyConnections: SQLState = "53300"
  /// 55P03: a lock that another session holds.
  public static let lockNotAvailable: SQLState = "55P03"
  /// 57014: a statement cancelled by request or by its deadline.
  public static let queryCanceled: SQLState = "57014"
  /// 57P01: an administrator ended the session or stopped the server.
  public static let adminShutdown: SQLState = "57P01"
  /// 57P03: the server is starting or stopping.
  public static let cannotConnectNow: SQLState = "57P03"
  /// P0001: an error raised by a function's own `raise`.
  public static let raiseException: SQLState = "P0001"

  /// Whether the error is a ``PostgresError`` with this state.
  public static func ~= (pattern: SQLState, error: any Error) -> Bool {
    (error as? PostgresError)?.sqlState == pattern
  }
}
