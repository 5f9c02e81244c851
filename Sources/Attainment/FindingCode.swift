/// What an analyst must know before trusting a figure (method, section 11).
public enum FindingCode: String, Sendable, CaseIterable {
  /// The allocations of a target fall short of it, or go beyond it.
  case allocationMismatch = "allocation_mismatch"
  /// On track, but not by last year's course.
  case atRisk = "at_risk"
  /// The newest revision is neither accepted nor returned.
  case awaitingReview = "awaiting_review"
  /// The stated base is not last year's accepted figure.
  case baseDiffers = "base_differs"
  /// A base was not stated, and last year's accepted figure was taken.
  case baseFilled = "base_filled"
  /// A cumulative value is lower than the same reporter's period before.
  case cumulativeDecrease = "cumulative_decrease"
  /// Work that is expected at its due month has not come, and the month is near.
  case dueSoon = "due_soon"
  /// Attainment above 300 %.
  case farAboveTarget = "far_above_target"
  /// A figure outside the bounds of what is plausible.
  case implausible
  /// A figure ten times the one before it, or a tenth.
  case jump
  /// Accepted, but first submitted after the due date.
  case late
  /// A figure that is due has no accepted submission, and none that awaits review.
  case missing
  /// Below the target, but not as it would be rounded.
  case nearTarget = "near_target"
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
  /// The target in force is not the first.
  case targetRevised = "target_revised"

  /// How grave it is, unless a finding says otherwise.
  public var severity: Severity {
    switch self {
    case .awaitingReview, .baseDiffers, .baseFilled, .dueSoon, .late, .nearTarget, .targetRevised: .info
    case .atRisk, .cumulativeDecrease, .farAboveTarget, .implausible, .jump, .missing, .negativeValue, .returned,
      .revisedAfterPublication:
      .warning
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
