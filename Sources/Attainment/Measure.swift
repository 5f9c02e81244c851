/// How an indicator's actual is made of its figures (method, section 4).
public enum Measure: String, Sendable, CaseIterable {
  /// An amount that adds up over the year.
  case total
  /// A level at a point in time.
  case stock
  /// The percent change on the same period of the year before.
  case growth
  /// A numerator as a percentage of a denominator.
  case share
  /// The percent change of one quantity per unit of another.
  case intensityChange = "intensity_change"
  /// A quantity a day.
  case dailyAverage = "daily_average"
  /// A stage to be reached.
  case milestone
  /// Work with no figure of its own, in percent.
  case progress

  /// The pace in percent below which an indicator is off track, unless it has a floor of its own (method, section 8).
  public var defaultFloor: Figure {
    switch self {
    case .total, .milestone, .progress: Figure(90)
    case .share, .stock, .dailyAverage: Figure(95)
    case .growth, .intensityChange: Figure(98)
    }
  }

  /// Whether an indicator of the measure carries a target value.
  public var takesTarget: Bool { self != .milestone && self != .progress }

  /// Whether the measure compares with the year before.
  public var takesBase: Bool { self == .growth || self == .intensityChange }

  /// Whether a submission carries a denominator.
  public var takesDenominator: Bool { self == .share || self == .intensityChange }
}
