import Attainment

extension Pacing: Named {
  /// What people call the pacing.
  public var name: Phrase {
    switch self {
    case .linear: Expectation.linear.name
    case .atDue: Expectation.atDue.name
    }
  }
}
