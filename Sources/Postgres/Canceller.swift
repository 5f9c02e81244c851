import CLibPQ
import Logging

/// Asks the server to stop what a connection is doing; callable from any thread, while the connection is busy.
public final class Canceller: @unchecked Sendable {
  // Unchecked because the pointer is never changed, and libpq allows PQcancel on it from any thread.
  private let pointer: OpaquePointer?
  private let logger: Logger

  init(_ connection: OpaquePointer, logger: Logger) {
    pointer = PQgetCancel(connection)
    self.logger = logger
  }

  deinit { PQfreeCancel(pointer) }

  /// Asks the server to cancel the statement that runs now; without one, nothing happens.
  ///
  /// The statement then ends with ``PostgresError/Kind/cancelled``. The call waits until the server has the request.
  ///
  /// - Returns: whether the request reached the server.
  @discardableResult
  public func cancel() -> Bool {
    guard let pointer else { return false }
    let reason = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer -> String? in
      buffer.initialize(repeating: 0)
      if PQcancel(pointer, buffer.baseAddress, Int32(buffer.count)) == 1 { return nil }
      return buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    guard let reason else { return true }
    logger.warning("a cancel request did not reach the server: \(reason)")
    return false
  }
}
