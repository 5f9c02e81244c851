import Attainment

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
      let obstacle: (found: String, wanted: String)? =
        if let other = earlier[code] {
          indicator.measure.takesBase ? indicator.obstacle(toBasesFrom: other) : nil
        } else {
          ("'\(code)'", "an indicator of the plan for \(lastYear.year)")
        }
      return obstacle.map {
        PlanFault(
          file: "indicators.csv", line: indicator.line, column: "continues", found: $0.found, wanted: $0.wanted)
      }
    }.sorted { $0.line < $1.line }
  }
}

extension WorkPlan.Indicator {
  /// Why last year's figures of another cannot stand for bases that were left empty; nil where they can.
  fileprivate func obstacle(toBasesFrom other: WorkPlan.Indicator) -> (found: String, wanted: String)? {
    let code = other.code
    if !other.measure.takesTarget {
      return ("\(code), a \(other.measure.rawValue)", "an indicator whose figures carry a value")
    }
    if measure == .intensityChange && !other.measure.takesDenominator {
      return ("\(code), a \(other.measure.rawValue)", "an indicator whose figures carry a denominator, too")
    }
    if submittedUnit != other.submittedUnit {
      return (
        "\(code), submitted in \(other.submittedUnit ?? "no unit")",
        "figures in \(submittedUnit ?? "no unit"), as this one's value_unit has it"
      )
    }
    if measure == .intensityChange && denominatorUnit != other.denominatorUnit {
      return (
        "\(code), with denominators in \(other.denominatorUnit ?? "no unit")",
        "denominators in \(denominatorUnit ?? "no unit"), as this one's denominator_unit has it"
      )
    }
    if accumulation != other.accumulation {
      return ("\(code), \(other.accumulation.rawValue)", "the accumulation \(accumulation.rawValue), as this one's")
    }
    if accumulation == .monthly && frequency != other.frequency {
      return ("\(code), \(other.frequency.rawValue)", "the frequency \(frequency.rawValue), as this one's")
    }
    return nil
  }
}
