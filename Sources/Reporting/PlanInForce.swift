import Attainment
import Catalogue
import Wording

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
  /// When its figures are due.
  let dueDates: DueDates
  /// What the method must know of each indicator.
  let definitions: [Indicator]
  /// The places of each indicator's expected reporters among the assignments.
  let expected: [[Int]]
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
    dueDates = DueDates(of: plan, in: zone)
    asOf = instant
    definitions = plan.definitions
    expected = plan.indicators.enumerated().map { place, indicator in
      let units = Set(indicator.expectedReporters.compactMap { assignments.unit($0) })
      return assignments.places(ofIndicator: place).filter { units.contains(assignments.all[$0].unit) }
    }
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

  /// The day of the as-of instant.
  var today: Day { zone.day(of: asOf) }

  /// How an indicator's target came to be the one in force: each revision with the one before it (method, section 11).
  func targetChanges(of indicator: Int) -> [(before: WorkPlan.Target, after: WorkPlan.Target)] {
    guard let inForce = targets[indicator] else { return [] }
    let revisions = plan.targets.filter { $0.indicator == inForce.indicator && $0.revision <= inForce.revision }
      .sorted { $0.revision < $1.revision }
    return zip(revisions, revisions.dropFirst()).map { (before: $0, after: $1) }
  }

  /// The same in a sentence; nil where the first revision is in force.
  func targetRevised(_ indicator: Int) -> Phrase? {
    let changes = targetChanges(of: indicator).map { before, after in
      FindingSentence.TargetChange(
        from: before.value, fromIndicator: before.relativeTo, to: after.value, toIndicator: after.relativeTo,
        decidedOn: after.decidedOn, source: after.source)
    }
    return changes.isEmpty ? nil : FindingSentence.targetRevised(changes)
  }

  /// The first revision of each indicator's target; nil where it is relative to another indicator, or there is none.
  var firstTargets: [Figure?] {
    let first = Dictionary(
      plan.targets.filter { $0.revision == 1 && $0.relativeTo == nil }.map { ($0.indicator, $0.value) },
      uniquingKeysWith: { first, _ in first })
    return plan.indicators.map { first[$0.code.description] }
  }
}
