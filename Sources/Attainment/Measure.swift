/// How an indicator's actual is made of its figures (method, section 4).
public enum Measure: String, Sendable, CaseIterable {
  /// An amount that adds up over the year.
  case total
  /// A level at a point in time.
  case stock
  /// The percent change on the same period of the year before.
  case growth
  /// A growth rate in percent, as published.
  case rate
  /// A numerator as a percentage of a denominator.
  case share
  /// A numerator per so many of a denominator, the indicator's scale.
  case ratio
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
    case .share, .ratio, .stock, .dailyAverage: Figure(95)
    case .growth, .rate, .intensityChange: Figure(98)
    }
  }

  /// Whether an indicator of the measure carries a target value.
  public var takesTarget: Bool { self != .milestone && self != .progress }

  /// Whether a submission carries a base: what the figure was in the same period of the year before.
  public var takesBase: Bool { self == .growth || self == .intensityChange }

  /// Whether a submission carries a denominator.
  public var takesDenominator: Bool { self == .share || self == .ratio || self == .intensityChange }

  /// Whether actual and target are signed percent changes, of which the levels are compared (method, section 6).
  public var isPercentChange: Bool { self == .rate || takesBase }

  /// Whether a figure is always a level at the end of its period (method, section 4).
  public var isAlwaysPoint: Bool { [.stock, .rate, .milestone, .progress].contains(self) }

  /// Whether a target of it is reached by degrees, so that not all of it is expected before its due month.
  public var isPaced: Bool { self == .total || self == .milestone || self == .progress }
}
