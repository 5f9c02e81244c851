/// What is to be said of a target (method, section 8).
public enum Verdict: String, Sendable, CaseIterable {
  /// It stands for reference and is not judged.
  case forReference = "for_reference"
  /// No figure is due yet.
  case notDue = "not_due"
  /// Nothing was reported.
  case noData = "no_data"
  /// What is missing waits for the office's review.
  case awaitingReview = "awaiting_review"
  /// The figures or the target do not allow a judgement.
  case notAssessable = "not_assessable"
  /// The target is met for good, or at its due month.
  case attained
  /// The target is missed for good, or at its due month.
  case missed
  /// The last figure that was due is not in.
  case overdue
  /// The pace is at least what the time of year asks for.
  case onTrack = "on_track"
  /// The pace is below, but not below the floor.
  case behind
  /// The pace is below the floor.
  case offTrack = "off_track"

  /// The light that goes with the verdict.
  public var light: Light {
    switch self {
    case .forReference, .notDue, .noData, .awaitingReview, .notAssessable, .overdue: .grey
    case .attained, .onTrack: .green
    case .behind: .yellow
    case .missed, .offTrack: .red
    }
  }
}

/// The light of a verdict (method, section 8).
public enum Light: String, Sendable, CaseIterable {
  /// No judgement.
  case grey
  /// Well.
  case green
  /// Watch.
  case yellow
  /// Act.
  case red
}
