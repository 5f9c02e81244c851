import Synchronization

/// A statement that the server has parsed once and carries out many times, on the connection that prepared it.
///
/// When the last reference goes, the server is told to forget it before the connection's next statement is prepared.
public final class PreparedStatement: Sendable {
  /// The statement's text with its placeholders.
  public let sql: String
  /// The number of placeholders.
  public let parameterCount: Int
  let name: String
  let shelf: Shelf

  /// The names of the statements of a connection that nobody holds any more.
  final class Shelf: Sendable {
    private let abandoned = Mutex<[String]>([])

    func abandon(_ name: String) { abandoned.withLock { $0.append(name) } }

    func takeAbandoned() -> [String] {
      abandoned.withLock { names in
        defer { names = [] }
        return names
      }
    }
  }

  init(sql: String, parameterCount: Int, name: String, shelf: Shelf) {
    self.sql = sql
    self.parameterCount = parameterCount
    self.name = name
    self.shelf = shelf
  }

  deinit { shelf.abandon(name) }
}
