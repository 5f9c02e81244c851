/// What an analyst must know before trusting a figure (method, section 11).
public enum FindingCode: String, Sendable, CaseIterable {
  /// The allocations of a target do not add up to it.
  case allocationMismatch = "allocation_mismatch"
  /// The newest revision is neither accepted nor returned.
  case awaitingReview = "awaiting_review"
  /// The stated base is not last year's accepted figure.
  case baseDiffers = "base_differs"
  /// A cumulative value is lower than the same reporter's period before.
  case cumulativeDecrease = "cumulative_decrease"
  /// Accepted, but first submitted after the due date.
  case late
  /// A figure that is due has no accepted submission.
  case missing
  /// A negative value where periods are not added up.
  case negativeValue = "negative_value"
  /// A reporter's base is missing.
  case noBase = "no_base"
  /// A share whose numerator exceeds its denominator.
  case numeratorExceedsDenominator = "numerator_exceeds_denominator"
  /// An indicator exceeds the one that it is part of.
  case partExceedsWhole = "part_exceeds_whole"
  /// The newest revision was returned, and nothing newer came.
  case returned
  /// A figure that an earlier publication used has changed since.
  case revisedAfterPublication = "revised_after_publication"

  /// How grave it is.
  public var severity: Severity {
    switch self {
    case .awaitingReview, .baseDiffers, .late: .info
    case .cumulativeDecrease, .missing, .negativeValue, .returned, .revisedAfterPublication: .warning
    case .allocationMismatch, .noBase, .numeratorExceedsDenominator, .partExceedsWhole: .error
    }
  }

  /// All codes in the order of their letters, in which findings are published.
  public static let inOrder = allCases.sorted { $0.rawValue < $1.rawValue }
}

/// How grave a finding is (method, section 11).
public enum Severity: String, Sendable, CaseIterable {
  /// Stops a publication where the plan asks for it.
  case error
  /// Casts doubt on a figure.
  case warning
  /// Worth knowing.
  case info
}
