import Attainment

/// A run that has been published, or that is about to be as soon as its transaction commits.
public struct PublishedRun: Sendable {
  /// Key of the district.
  public let districtID: String

  /// Code of the district.
  public let district: String

  /// Number of the run.
  public let runID: String

  /// The reported month.
  public let month: Month

  /// The as-of instant.
  public let asOf: Instant

  /// Rows of attainment, the district's and the units'.
  public let evaluations: Int

  /// Accepted figures that the run used.
  public let submissions: Int

  /// Findings by severity.
  public let findings: [Severity: Int]
}
