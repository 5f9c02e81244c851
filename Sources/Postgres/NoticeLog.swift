import CLibPQ
import Logging

/// Sends the server's notices to the log: warnings as warnings, everything below as debug.
///
/// A warning that the server is going (class 57P) is below: the lost connection that follows tells of it.
final class NoticeLog {
  private let logger: Logger

  init(logger: Logger) { self.logger = logger }

  /// Makes libpq hand notices to this log, which must outlive the connection.
  func receive(from connection: OpaquePointer) {
    _ = PQsetNoticeReceiver(
      connection,
      { log, result in
        guard let log, let result else { return }
        Unmanaged<NoticeLog>.fromOpaque(log).takeUnretainedValue().write(result)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  // The result belongs to libpq, which clears it after the call.
  private func write(_ result: OpaquePointer) {
    func field(_ code: Int32) -> String? { PQresultErrorField(result, code).map { String(cString: $0) } }
    var metadata: Logger.Metadata = [:]
    let state = field(diag_sqlstate)
    if let state { metadata["sqlstate"] = "\(state)" }
    if let detail = field(diag_detail) { metadata["detail"] = "\(detail)" }
    if let hint = field(diag_hint) { metadata["hint"] = "\(hint)" }
    let isGoing = state?.hasPrefix("57P") ?? false
    let level: Logger.Level = field(diag_severity) == "WARNING" && !isGoing ? .warning : .debug
    logger.log(level: level, "\(field(diag_message) ?? "a notice without a message")", metadata: metadata)
  }
}
