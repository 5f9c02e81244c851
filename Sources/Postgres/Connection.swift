import CLibPQ
import Dispatch
import Logging

/// A connection to a PostgreSQL server.
///
/// Its calls run one after another on a queue of its own, where they may block. They are not `async`: code that holds the
/// connection as an `isolated` parameter, as the bodies of ``perform(_:)`` and ``transaction(_:readOnly:deferrable:snapshot:_:)``
/// do, makes several calls with nothing in between. The connection is closed when the last reference goes.
public actor Connection {
  /// Stops what the connection is doing, from any thread.
  public nonisolated let canceller: Canceller
  /// The server's version as libpq counts it: 150018 for 15.18.
  public nonisolated let serverVersion: Int
  /// The server's name for this session, as in `pg_stat_activity.pid`.
  public nonisolated let processID: Int
  /// The deadline of each statement; nil for the server's own.
  public private(set) var statementTimeout: Duration?

  nonisolated let logger: Logger
  let shelf = PreparedStatement.Shelf()
  var preparedCount = 0
  var savepointCount = 0
  private let executor: ConnectionExecutor
  private var session: Session?
  // The statement whose rows or data are passing by, during which the connection can take no other.
  private var streaming: String?
  private var isToBeClosed = false

  /// The executor of the connection's own queue.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Connects to a server.
  ///
  /// - Parameters:
  ///   - conninfo: libpq's keywords, a URI, or a database's name; what it leaves out comes from the environment and from
  ///     `.pgpass`.
  ///   - applicationName: the name shown in `pg_stat_activity`, unless the string or `PGAPPNAME` gives another.
  ///   - statementTimeout: the deadline of each statement, kept by the server.
  ///   - logger: where the server's notices go.
  /// - Returns: the open connection, which speaks UTF-8.
  /// - Throws: ``PostgresError`` of kind `unreachable`, whose message shows no password.
  public static func open(
    _ conninfo: String = "", applicationName: String = "dabiao", statementTimeout: Duration? = nil, logger: Logger
  ) async throws(PostgresError) -> Connection {
    let executor = ConnectionExecutor(label: "postgres.connection")
    let opened: Result<Connection, PostgresError> = await withCheckedContinuation { continuation in
      executor.queue.async {
        do throws(PostgresError) {
          let session = try Session(conninfo, applicationName: applicationName, logger: logger)
          continuation.resume(returning: .success(Connection(session, executor: executor)))
        } catch {
          continuation.resume(returning: .failure(error))
        }
      }
    }
    let connection = try opened.get()
    if let statementTimeout { try await connection.setStatementTimeout(statementTimeout) }
    return connection
  }

  /// Whether a connection string holds a password, for a caller that should not have been given one.
  ///
  /// - Parameter conninfo: libpq's keywords, a URI, or a database's name.
  /// - Returns: false also for a string that cannot be read, which ``open(_:applicationName:statementTimeout:logger:)``
  ///   refuses.
  public static func holdsPassword(_ conninfo: String) -> Bool {
    do throws(PostgresError) {
      return try Conninfo(conninfo).holdsPassword
    } catch {
      return false
    }
  }

  private init(_ session: sending Session, executor: ConnectionExecutor) {
    logger = session.logger
    canceller = Canceller(session.pointer, logger: session.logger)
    serverVersion = Int(PQserverVersion(session.pointer))
    processID = Int(PQbackendPID(session.pointer))
    self.executor = executor
    self.session = session
  }

  /// Closes the connection; during a row or data callback, as soon as that has ended. Closing twice does nothing.
  public func close() {
    if streaming == nil { session = nil } else { isToBeClosed = true }
  }

  /// Whether the connection is open, as far as the last answer told.
  public var isOpen: Bool { session?.isUsable ?? false }

  /// Sets the deadline of each statement from now on; nil removes it.
  ///
  /// A statement past its deadline ends with ``PostgresError/Kind/cancelled``.
  public func setStatementTimeout(_ timeout: Duration?) throws(PostgresError) {
    var milliseconds: Int64 = 0
    if let timeout {
      let (seconds, attoseconds) = timeout.components
      guard seconds >= 0, attoseconds >= 0, seconds < 2_147_483 else {
        throw PostgresError(
          .invalidParameter, "a statement timeout of \(timeout) is out of range", hint: "It is from 1 ms to 24 days.")
      }
      milliseconds = max(1, seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
    }
    try execute("select set_config('statement_timeout', $1, false)", [String(milliseconds)])
    statementTimeout = timeout
  }

  /// Carries out the body on the connection's queue, so that it makes several calls with nothing in between.
  @discardableResult
  public func perform<R>(_ body: @Sendable (isolated Connection) throws -> R) rethrows -> R {
    try body(self)
  }

  /// The session, ready for a statement.
  ///
  /// - Throws: ``PostgresError`` when the connection is closed, lost, or in the middle of another statement.
  func ready(for sql: String) throws(PostgresError) -> Session {
    guard let session else {
      throw PostgresError(.connectionLost, "the connection has been closed", sql: sql)
    }
    guard session.isUsable else {
      throw PostgresError(
        .connectionLost, "the connection to the server was lost", hint: "Open a new connection.", sql: sql)
    }
    if let streaming {
      throw PostgresError(
        .misuse, "the connection is still passing the data of another statement: \(streaming)",
        hint: "Use a second connection, or gather what is needed first.", sql: sql)
    }
    return session
  }

  /// Carries out work that hands rows or data to a caller's body, holding off every other statement meanwhile.
  func streaming<R>(_ sql: String, _ work: (Session) throws -> R) throws -> R {
    let session = try ready(for: sql)
    streaming = sql
    defer {
      streaming = nil
      if isToBeClosed { self.session = nil }
    }
    return try work(session)
  }
}
