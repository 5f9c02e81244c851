import Logging
import Synchronization

/// A log that a test can read back.
public final class RecordedLog: Sendable {
  /// One entry of the log.
  public struct Entry: Sendable, Hashable {
    /// How grave it is.
    public let level: Logger.Level
    /// What it says.
    public let message: String
    /// What goes with it.
    public let metadata: [String: String]

    /// An entry to compare with.
    public init(level: Logger.Level, message: String, metadata: [String: String] = [:]) {
      self.level = level
      self.message = message
      self.metadata = metadata
    }
  }

  private let stored = Mutex<[Entry]>([])

  /// A log without entries.
  public init() {}

  /// What has been written so far.
  public var entries: [Entry] { stored.withLock { $0 } }

  /// A logger, of every level, that writes here.
  public var logger: Logger { Logger(label: "tests") { _ in Handler(log: self) } }

  private struct Handler: LogHandler {
    let log: RecordedLog
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace

    init(log: RecordedLog) { self.log = log }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let entry = Entry(
        level: event.level, message: event.message.description,
        metadata: (event.metadata ?? [:]).mapValues { $0.description })
      log.stored.withLock { $0.append(entry) }
    }
  }
}
