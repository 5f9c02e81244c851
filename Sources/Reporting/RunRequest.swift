import Attainment

/// What a monthly run is asked to publish.
public struct RunRequest: Sendable {
  /// Code of the district; nil for the only one in the database.
  public var district: String?

  /// The reported month.
  public var month: Month

  /// The as-of instant T, an ISO 8601 instant with its offset; nil for the moment the run starts (method, section 3).
  public var asOf: String?

  /// Version of the program, recorded with the run.
  public var programVersion: String

  /// Describes a run.
  public init(district: String?, month: Month, asOf: String?, programVersion: String) {
    self.district = district
    self.month = month
    self.asOf = asOf
    self.programVersion = programVersion
  }
}
