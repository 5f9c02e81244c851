/// Why a run published nothing.
public struct RunError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is; decides the exit code.
  public enum Kind: Sendable, Equatable {
    /// The data do not allow a publication.
    case badData
    /// Another run holds the district's lock.
    case locked
    /// The database holds no such district or plan, or several where one was expected.
    case configuration
    /// The request itself cannot be read, as an instant without an offset.
    case usage
  }

  /// What kind of failure it is.
  public let kind: Kind

  /// What was found, and what would be right.
  public let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// A database without any district.
  public static let noDistrict = RunError(
    .configuration, "The database holds no district yet. Load a plan with 'dabiao plan load DIR'.")
}
