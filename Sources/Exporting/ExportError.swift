import Foundation

/// Why an export was not written.
public struct ExportError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is; decides the exit code.
  public enum Kind: Sendable, Equatable {
    /// The month was never published.
    case notPublished
    /// A text holds a character that the chosen encoding lacks.
    case notRepresentable
    /// A file or folder cannot be written.
    case cannotWrite
  }

  /// What kind of failure it is.
  public let kind: Kind

  /// What happened, where, and what would help.
  public let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// A system call that failed on a path, with the reason that errno gives.
  static func cannot(_ action: String, _ path: String, errno code: Int32 = errno) -> ExportError {
    let hint =
      switch code {
      case ENOSPC, EDQUOT: " Free some room; the last export stands."
      case EACCES, EPERM, EROFS: " Give the job's user the right to write there; the last export stands."
      default: " The last export stands."
      }
    return ExportError(
      .cannotWrite, "Cannot \(action) \(path): \(unsafe String(cString: strerror(code))).\(hint)")
  }
}
