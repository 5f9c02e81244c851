import Attainment
import Catalogue
import Ledger

/// One row of attainment recomputed, with what defines it.
struct ExplainedRow {
  let figures: YearFigures
  let entry: WorkPlan.Indicator
  let definition: Indicator
  let unit: WorkPlan.Unit?
  /// Place of the indicator in the plan.
  let indicator: Int
  /// Places of the assignments whose figures it is made of.
  let assignments: [Int]
  let judged: JudgedRow
  let course: LastYearCourse
  /// The row that its target is relative to; nil where it is to none.
  let relative: JudgedRow?

  var inForce: PlanInForce { figures.reading.inForce }
  var plan: WorkPlan { inForce.plan }

  /// The first revision of the target; nil for a unit.
  var firstTarget: Figure? { unit == nil ? inForce.firstTargets[indicator] : nil }

  /// Judges a row.
  ///
  /// - Throws: `RunError` of kind `usage` when there is no such row.
  init(_ code: String, unit: String?, of figures: YearFigures) throws {
    self.figures = figures
    let inForce = figures.reading.inForce
    let plan = inForce.plan
    guard let place = inForce.assignments.indicator(code) else {
      throw RunError(
        .usage, "The plan of \(plan.district) for \(plan.year) has no indicator '\(code)'. Codes look like 2.2.1.")
    }
    indicator = place
    entry = plan.indicators[place]
    definition = inForce.definitions[place]
    if let unit {
      let allocation = try inForce.allocation(of: place, to: unit)
      self.unit = plan.units[allocation.unit]
      assignments = [allocation.assignment]
      judged = figures.judged(place, allocation, through: figures.month)
      relative = nil
    } else {
      self.unit = nil
      assignments = inForce.expected[place]
      let rows = figures.judged(through: figures.month)
      judged = rows[place]
      relative = judged.revision?.relativeTo.flatMap { inForce.assignments.indicator($0) }.map { rows[$0] }
    }
    course = figures.courses(of: [judged])[0]
  }

  /// A month of the plan year.
  func month(_ number: Int?) -> Month? { number.flatMap { inForce.month($0) } }
}

extension PlanInForce {
  /// A unit's allocation of an indicator.
  ///
  /// - Throws: `RunError` of kind `usage` that names the units that have one.
  fileprivate func allocation(of indicator: Int, to unit: String) throws -> Allocation {
    if let allocation = allocations[indicator].first(where: { plan.units[$0.unit].code == unit }) { return allocation }
    let units = allocations[indicator].map { plan.units[$0.unit].code }.joined(separator: ", ")
    let hint = units.isEmpty ? "Its target is not broken down to units." : "Units with an allocation: \(units)."
    throw RunError(.usage, "Unit '\(unit)' has no allocation of indicator \(plan.indicators[indicator].code). \(hint)")
  }
}
