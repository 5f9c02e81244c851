/// Why a submission or a review could not be dealt with at all; a file with faults is not an error but a refused receipt.
public struct IntakeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What kind of failure it was, for a caller that must decide what to do next.
  public enum Kind: Equatable, Sendable {
    /// What was asked for cannot be done with what the database holds, or the file is too large.
    case badData
    /// The login may not do this.
    case notPermitted
    /// No district, or several where one must be named; or a reader is not installed.
    case configuration
    /// The file is not there or cannot be read.
    case unreadableFile
    /// There is no room for what must be written for a while.
    case cannotWrite
    /// Another submission or review holds the district's lock.
    case locked
  }

  /// What kind of failure it was.
  public let kind: Kind
  /// What was found.
  public let message: String
  /// What would be right; nil where the message says it.
  public let hint: String?

  /// A failure of a kind.
  public init(_ kind: Kind, _ message: String, hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.hint = hint
  }

  /// Whether it is about one file, so that others may still be dealt with.
  public var isOfOneFile: Bool { kind == .unreadableFile || kind == .badData || kind == .cannotWrite }

  /// The message and, after it, what would be right.
  public var description: String { hint.map { "\(message); \($0)" } ?? message }
}
