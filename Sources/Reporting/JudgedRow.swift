import Attainment

/// An indicator measured and judged at the end of a month, for the district or for one unit.
struct JudgedRow: Sendable {
  /// The target or allocation that a row is judged by.
  struct Target: Sendable {
    /// Value in the indicator's unit.
    let value: Figure
    /// Revision; nil for an allocation.
    let revision: Int?
  }

  /// Place of the indicator in the plan.
  let indicator: Int
  /// Place of the unit in the plan; nil for the district's own row.
  let unit: Int?
  /// The month to whose end it looks, 1 to 12.
  let month: Int
  /// The target or allocation; nil where there is none.
  let target: Target?
  /// What the figures add up to.
  let tally: Tally
  /// The judgement.
  let evaluation: Evaluation
}

extension YearFigures {
  /// Judges an indicator for the district.
  func judged(_ indicator: Int, through month: Int) -> JudgedRow {
    let target = reading.inForce.targets[indicator].map { JudgedRow.Target(value: $0.value, revision: $0.revision) }
    return judged(
      indicator, by: reading.inForce.assignments.places(ofIndicator: indicator), unit: nil, target, through: month)
  }

  /// Judges a unit's part of an indicator, the unit being the only reporter and its allocation the target.
  func judged(_ indicator: Int, _ allocation: PlanInForce.Allocation, through month: Int) -> JudgedRow {
    judged(
      indicator, by: allocation.assignment..<allocation.assignment + 1, unit: allocation.unit,
      JudgedRow.Target(value: allocation.value, revision: nil), through: month)
  }

  private func judged(
    _ indicator: Int, by assignments: Range<Int>, unit: Int?, _ target: JudgedRow.Target?, through month: Int
  ) -> JudgedRow {
    let definition = reading.inForce.definitions[indicator]
    let tally = Tally(self, of: definition, by: assignments, through: month)
    return JudgedRow(
      indicator: indicator, unit: unit, month: month, target: target, tally: tally,
      evaluation: definition.evaluate(tally.measurement, target: target?.value))
  }
}
