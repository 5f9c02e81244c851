/// Why a verdict was given: the rule of the method's section 8 that applied first, and what made it apply.
public enum Reason: Sendable, Hashable {
  /// It stands for reference.
  case reference
  /// No period is due yet.
  case nothingDue
  /// Nothing of the year is accepted.
  case nothingAccepted
  /// Nothing of the year is accepted, and what is missing of the latest due period waits for review.
  case nothingReviewed
  /// No judgement is possible.
  case notAssessable(Obstacle)
  /// Work that grows towards its target has reached it for good.
  case reachedForGood
  /// A total has passed what it was not to exceed.
  case exceededForGood
  /// The latest period that is due is not in.
  case latestPeriodOutstanding
  /// The latest period that is due waits for review.
  case latestPeriodAwaitsReview
  /// The due month has come with all its figures, and the target is met.
  case metWhenDue
  /// The due month has come with all its figures, and the target is not met.
  case missedWhenDue
  /// Nothing is expected yet.
  case nothingExpected
  /// The pace is 100 or more.
  case onSchedule
  /// The pace is below 100, but not below the floor.
  case aboveFloor
  /// The pace is below the floor.
  case belowFloor

  /// What keeps a target from being judged (method, sections 4 and 6).
  public enum Obstacle: Sendable, Hashable {
    /// There is no target.
    case noTarget
    /// A reporter has no base.
    case baseMissing
    /// The base is zero or less.
    case baseNotPositive(Figure)
    /// There is no denominator.
    case denominatorMissing
    /// The denominator is zero or less.
    case denominatorNotPositive(Figure)
    /// A reporter has no base denominator.
    case baseDenominatorMissing
    /// The base denominator is zero or less.
    case baseDenominatorNotPositive(Figure)
    /// The value of a submission is missing, as only a figure stored by hand can be.
    case valueMissing
    /// The target is zero and would have to be divided by, or below it.
    case targetNotPositive
  }

  /// The number of the rule, 0 to 8.
  public var rule: Int {
    switch self {
    case .reference: 0
    case .nothingDue: 1
    case .nothingAccepted, .nothingReviewed: 2
    case .notAssessable: 3
    case .reachedForGood: 4
    case .exceededForGood: 5
    case .latestPeriodOutstanding, .latestPeriodAwaitsReview: 6
    case .metWhenDue, .missedWhenDue: 7
    case .nothingExpected, .onSchedule, .aboveFloor, .belowFloor: 8
    }
  }
}
