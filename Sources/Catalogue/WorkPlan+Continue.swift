import Attainment
import Wording

extension WorkPlan {
  /// What is wrong with what the plan's indicators continue, held against last year's plan (method, section 4).
  ///
  /// - Parameter lastYear: the plan of the year before.
  /// - Returns: a fault of indicators.csv for each that continues what is not there, or whose bases could not be taken from
  ///   what is.
  public func faults(continuing lastYear: WorkPlan) -> [PlanFault] {
    let earlier = Dictionary(
      lastYear.indicators.map { ($0.code.description, $0) }, uniquingKeysWith: { first, _ in first })
    return indicators.compactMap { indicator in
      guard let code = indicator.continues else { return nil }
      let text: FaultText? =
        if let other = earlier[code] {
          indicator.measure.takesBase ? indicator.obstacle(toBasesFrom: other).map { .noBase(from: code, $0) } : nil
        } else {
          .unknown(code, .lastYears(year: lastYear.year))
        }
      return text.map { PlanFault(file: "indicators.csv", line: indicator.line, column: "continues", text: $0) }
    }.sorted { $0.line < $1.line }
  }
}

extension WorkPlan.Indicator {
  /// Why last year's figures of another cannot stand for bases that were left empty; nil where they can.
  fileprivate func obstacle(toBasesFrom other: WorkPlan.Indicator) -> FaultText.BaseObstacle? {
    if !other.measure.takesTarget { return .noValue(other.measure) }
    if measure == .intensityChange && !other.measure.takesDenominator { return .noDenominator(other.measure) }
    if submittedUnit != other.submittedUnit { return .unit(other.submittedUnit, wanted: submittedUnit) }
    if measure == .intensityChange && denominatorUnit != other.denominatorUnit {
      return .denominatorUnit(other.denominatorUnit, wanted: denominatorUnit)
    }
    if accumulation != other.accumulation { return .accumulation(other.accumulation, wanted: accumulation) }
    if accumulation == .monthly && frequency != other.frequency {
      return .frequency(other.frequency, wanted: frequency)
    }
    return nil
  }
}
