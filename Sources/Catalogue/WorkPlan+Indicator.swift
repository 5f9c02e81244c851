import Attainment

extension WorkPlan {
  /// An indicator: one separately checkable target.
  public struct Indicator: Sendable, Equatable {
    /// Code, as 2.2.1.
    public var code: IndicatorCode
    /// Whether it is a livelihood project (★).
    public var isLivelihood: Bool
    /// Whether it belongs to the headline.
    public var isHeadline: Bool
    /// Chinese name.
    public var nameZH: String
    /// English name; the Chinese one where none is given.
    public var nameEN: String
    /// How its actual is made.
    public var measure: Measure
    /// Which side of the target is good.
    public var direction: Direction?
    /// Unit of target and actual, as printed.
    public var unitOfMeasure: String?
    /// How periods add up.
    public var accumulation: Accumulation
    /// When it is due.
    public var frequency: Frequency
    /// Code of the leading unit.
    public var leadUnit: String
    /// Codes of the reporters as given; empty means the leading unit.
    public var reporters: [String]
    /// Code of the indicator that it is part of.
    public var partOf: String?
    /// Month by whose end the target is to be met.
    public var dueMonth: Int
    /// Stage that a milestone must reach.
    public var requiredStage: Stage?
    /// Its own floor in percent.
    public var behindFloor: Figure?
    /// Weight in the scorecard.
    public var weight: Figure
    /// What a reader should know.
    public var note: String?
    /// Unit of the values that are submitted, where it is not that of the actual: a growth in %, submitted in 亿元.
    public var valueUnit: String?
    /// Unit of the denominators that are submitted.
    public var denominatorUnit: String?
    /// Per how many of the denominator a ratio is stated, above 0; 1 for other measures (method, section 4).
    public var scale = Figure(1)
    /// Code of the indicator of last year's plan whose figures are this one's of the year before (method, section 4).
    public var continues: String?
    /// How progress is expected where it has no profile (method, section 7).
    public var pacing = Pacing.linear
    /// Whether it counts whole things (method, section 7).
    public var isWhole = false
    /// Its own due day, 1 to 62, those above 31 being of the second month after the period (method, section 2); nil for
    /// the plan's.
    public var dueDay: Int?
    /// The least figure that is plausible, in the unit that method, section 11, compares.
    public var plausibleMin: Figure?
    /// The greatest figure that is plausible.
    public var plausibleMax: Figure?
    /// Whether it is there for reference only, without a target (method, section 6).
    public var isReference = false
    /// The document's own words for the target.
    public var wording: String?
    /// Line in indicators.csv; 0 where it was read from the database.
    var line: Int

    /// The units that are expected to report (method, section 5).
    public var expectedReporters: [String] { reporters.isEmpty ? [leadUnit] : reporters }

    /// The unit of the values that are submitted; nil where the plan does not tell it.
    public var submittedUnit: String? { valueUnit ?? (measure.isSubmittedAsPrinted ? unitOfMeasure : nil) }

    /// Whether a figure lies within the bounds that are plausible, which are plausible themselves (method, section 11).
    public func isPlausible(_ figure: Amount) -> Bool {
      let isBelow = plausibleMin.map { figure.exact < Fraction($0) } ?? false
      let isAbove = plausibleMax.map { Fraction($0) < figure.exact } ?? false
      return !isBelow && !isAbove
    }
  }
}

extension Measure {
  /// Whether the values submitted are in the unit of the actual, being what it is made of alone.
  public var isSubmittedAsPrinted: Bool { self == .total || self == .stock || self == .rate }
}
