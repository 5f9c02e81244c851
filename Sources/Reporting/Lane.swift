import Postgres

/// One connection that works on one district after another and keeps the lock of each to the end.
///
/// A connection that was lost is opened anew for the next district. The locks went with it, so each is taken anew too.
actor Lane {
  private let connect: @Sendable () async throws -> Connection
  private var connection: Connection?
  /// Keys of the districts whose locks it holds, by their codes.
  private var locked: [String: String] = [:]

  /// A lane that opens its connection when it is first used.
  init(connect: @escaping @Sendable () async throws -> Connection) {
    self.connect = connect
  }

  /// Carries out work of no district.
  func perform<R: Sendable>(_ body: @Sendable (isolated Connection) throws -> R) async throws -> R {
    try await ready().perform(body)
  }

  /// Carries out work of a district, whose lock is then kept.
  ///
  /// - Throws: `RunError` of kind `locked` when another session holds the lock; `PostgresError`; what the body throws.
  func perform<R: Sendable>(
    for district: String, _ body: @Sendable (isolated Connection, String) throws -> R
  ) async throws -> R {
    let connection = try await ready()
    if locked[district] == nil {
      locked[district] = try await connection.perform { connection in try RunLock.take(district, on: connection) }
    }
    return try await connection.perform { connection in try body(connection, district) }
  }

  /// Shares a snapshot of the lane's connection for as long as the body runs.
  func sharingSnapshot<R: Sendable>(_ body: @Sendable (Snapshot) async throws -> R) async throws -> R {
    try await ready().sharingSnapshot(body)
  }

  /// Gives the locks back and closes the connection.
  func close() async {
    guard let connection else { return }
    self.connection = nil
    // Before it closes, so that whoever comes next finds them free. Where this fails they went with the session.
    let held = locked.values
    try? await connection.perform { connection in
      for districtID in held { try RunLock.release(districtID, on: connection) }
    }
    await connection.close()
  }

  private func ready() async throws -> Connection {
    if let connection, await connection.isOpen { return connection }
    locked = [:]
    let connection = try await connect()
    try await connection.perform { connection in try RunSession.set(on: connection) }
    self.connection = connection
    return connection
  }
}
