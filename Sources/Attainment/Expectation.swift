/// By what the expected progress of an indicator goes (method, section 7).
public enum Expectation: String, Sendable, CaseIterable {
  /// All of it at any date.
  case always
  /// In equal parts, month by month.
  case linear
  /// Nothing before the due month, all of it from then on.
  case atDue = "at_due"
  /// A profile's percentages.
  case percentages
  /// A profile's amounts, as parts of the district's target.
  case amounts
}

extension Indicator {
  /// By what its expected progress goes.
  public var expectation: Expectation {
    switch (profile?.kind, pacing) {
    case (.percentages, _): .percentages
    case (.amounts, _): .amounts
    case (nil, _) where !measure.isPaced: .always
    case (nil, .linear): .linear
    case (nil, .atDue): .atDue
    }
  }

  /// Whether progress is expected in whole things, held against a target (method, section 7).
  public func countsWhole(towards target: Figure?) -> Bool {
    isWhole && measure == .total && direction == .atLeast && target.map { $0 != .zero } ?? false
  }
}
