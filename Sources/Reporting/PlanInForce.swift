import Attainment
import Catalogue

/// A plan as it stands at an instant: who reports what, which target applies, which day it is.
struct PlanInForce: Sendable {
  /// A unit's share of a target.
  struct Allocation: Sendable {
    /// Place of the unit's assignment.
    let assignment: Int
    /// Place of the unit in the plan.
    let unit: Int
    /// The unit's own target.
    let value: Figure
  }

  /// The plan.
  let plan: WorkPlan
  /// Who reports what.
  let assignments: Assignments
  /// The as-of instant T.
  let asOf: Instant
  /// The plan's time zone.
  let zone: Zone
  /// What the method must know of each indicator.
  let definitions: [Indicator]
  /// The target of each indicator that applies at the instant.
  let targets: [WorkPlan.Target?]
  /// The allocations of each indicator, in the order of `units.csv`.
  let allocations: [[Allocation]]

  /// A plan at an instant.
  ///
  /// - Throws: `RunError` of kind `configuration` for a time zone that this machine does not know.
  init(_ plan: WorkPlan, _ assignments: Assignments, at instant: Instant) throws {
    guard let zone = Zone(plan.timeZone) else {
      throw RunError(.configuration, "The plan's time zone '\(plan.timeZone)' is not known on this machine.")
    }
    self.plan = plan
    self.assignments = assignments
    self.zone = zone
    asOf = instant
    definitions = plan.definitions
    let inForce = plan.targets(inForceOn: zone.day(of: instant))
    targets = plan.indicators.map { inForce[$0.code.description] }
    let allocated = Dictionary(grouping: plan.allocations, by: \.indicator)
    allocations = plan.indicators.enumerated().map { place, indicator in
      (allocated[indicator.code.description] ?? []).compactMap { allocation in
        guard let unit = assignments.unit(allocation.unit),
          let assignment = assignments.place(ofIndicator: place, unit: unit)
        else { return nil }
        return Allocation(assignment: assignment, unit: unit, value: allocation.value)
      }.sorted { $0.unit < $1.unit }
    }
  }

  /// A month of the plan year.
  func month(_ number: Int) -> Month? { Month(year: plan.year, month: number) }

  /// The day by which the figures of a period are due (method, section 2).
  func due(_ period: Int) -> Day? { month(period)?.due(by: plan.dueDay) }
}
