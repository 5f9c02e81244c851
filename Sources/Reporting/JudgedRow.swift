import Attainment
import Catalogue

/// An indicator measured and judged at the end of a month, for the district or for one unit.
struct JudgedRow: Sendable {
  /// Place of the indicator in the plan.
  let indicator: Int
  /// Place of the unit in the plan; nil for the district's own row.
  let unit: Int?
  /// The month to whose end it looks, 1 to 12.
  let month: Int
  /// The revision of the target that applies; nil for an allocation and without a target.
  let revision: WorkPlan.Target?
  /// v, with its tolerance; nil where there is none.
  let target: Target?
  /// What the figures add up to.
  let tally: Tally
  /// The judgement.
  let evaluation: Evaluation
}

extension YearFigures {
  /// Judges every indicator for the district at the end of a month, those that others are relative to before these.
  ///
  /// - Parameter month: the month, 1 to 12.
  /// - Returns: a row an indicator, in plan order.
  func judged(through month: Int) -> [JudgedRow] {
    var judging = Judging(figures: self, month: month)
    return reading.inForce.definitions.indices.map { judging.row($0) }
  }

  /// Judges a unit's part of an indicator, the unit being the only reporter and its allocation the target.
  func judged(_ indicator: Int, _ allocation: PlanInForce.Allocation, through month: Int) -> JudgedRow {
    let inForce = reading.inForce
    let tally = Tally(self, of: indicator, by: [allocation.assignment], through: month)
    let target = Target(allocation.value)
    return JudgedRow(
      indicator: indicator, unit: allocation.unit, month: month, revision: nil, target: target, tally: tally,
      evaluation: inForce.definitions[indicator].evaluate(
        tally.measurement, target: target, districtTarget: inForce.amountTarget(of: indicator)))
  }
}

extension PlanInForce {
  /// The district's target in force of which a profile's amounts are a part.
  func amountTarget(of indicator: Int) -> Figure? {
    targets[indicator]?.fixed?.figure
  }
}

/// Judges a district's indicators, each once, whatever the order in which they are relative to one another.
private struct Judging {
  let figures: YearFigures
  let month: Int
  private var rows: [Int: JudgedRow] = [:]

  init(figures: YearFigures, month: Int) {
    self.figures = figures
    self.month = month
  }

  mutating func row(_ indicator: Int) -> JudgedRow {
    if let row = rows[indicator] { return row }
    let inForce = figures.reading.inForce
    let revision = inForce.targets[indicator]
    var tally = Tally(figures, of: indicator, by: inForce.expected[indicator], through: month)
    var target = revision?.fixed
    if let revision, let code = revision.relativeTo {
      let other = inForce.assignments.indicator(code).map { self.row($0) }
      target = other?.relativeLevel(plus: revision, in: inForce)
      tally = tally.depending(on: other)
    }
    let row = JudgedRow(
      indicator: indicator, unit: nil, month: month, revision: revision, target: target, tally: tally,
      evaluation: inForce.definitions[indicator].evaluate(
        tally.measurement, target: target, districtTarget: inForce.amountTarget(of: indicator)))
    rows[indicator] = row
    return row
  }
}

extension JudgedRow {
  /// The target of an indicator that is relative to this one: its actual and a difference (method, section 6).
  ///
  /// - Returns: nil where there is no actual, or it rests on a base or denominator of zero or less.
  fileprivate func relativeLevel(plus revision: WorkPlan.Target, in inForce: PlanInForce) -> Target? {
    guard let actual = evaluation.actual?.exact, evaluation.restsOnPositive(inForce.definitions[indicator].measure)
    else { return nil }
    let level = (actual + Fraction(revision.value)).lowestTerms
    return Target(.fraction(level), tolerance: revision.tolerance ?? .zero)
  }
}

extension Evaluation {
  /// Whether bases and denominators that the actual rests on are above zero.
  fileprivate func restsOnPositive(_ measure: Measure) -> Bool {
    let parts = [
      measure.takesDenominator ? denominator : nil, measure.takesBase ? baseValue : nil,
      measure == .intensityChange ? baseDenominator : nil,
    ]
    return parts.allSatisfy { $0.map { $0 > .zero } ?? true }
  }
}

extension Tally {
  /// The tally of an indicator that is relative to another: provisional with it (method, section 5).
  fileprivate func depending(on other: JudgedRow?) -> Tally {
    var measurement = measurement
    measurement.dependsOnProvisional =
      other.map { other in
        guard let period = other.evaluation.figurePeriod else { return true }
        return other.evaluation.isProvisional || measurement.figurePeriod.map { period < $0 } ?? false
      } ?? true
    return Tally(measurement: measurement, stage: stage, occurredOn: occurredOn, places: places)
  }

  private init(measurement: Measurement, stage: Stage?, occurredOn: Day?, places: [YearFigures.Place]) {
    self.measurement = measurement
    self.stage = stage
    self.occurredOn = occurredOn
    self.places = places
  }
}
