import Attainment
import Ledger

/// The figures of a plan year that are due up to a month, as they stand at the as-of instant (method, sections 3 to 5).
struct YearFigures: Sendable {
  /// One figure.
  struct Place: Sendable, Hashable {
    /// Place of the assignment.
    let assignment: Int
    /// A due period, 1 to 12.
    let period: Int

    var account: Ledger.Account { Ledger.Account(assignment: assignment, period: period) }
  }

  /// An accepted figure with what it is compared with.
  struct Counted: Sendable {
    /// The revision that counts.
    let revision: Ledger.Revision
    /// Value or numerator.
    let value: Figure?
    /// Denominator, where the measure takes one.
    let denominator: Figure?
    /// The base, stated or last year's; nil where there is none or the measure takes none.
    let baseValue: Figure?
    /// The base denominator likewise.
    let baseDenominator: Figure?
    /// Stage of a milestone.
    let stage: Stage?
    /// Progress as submitted.
    let progress: Figure?
    /// Day on which the stage was reached.
    let occurredOn: Day?
  }

  /// What was read.
  let reading: Reading
  /// The reported month, 1 to 12.
  let month: Int

  private let standings: [Ledger.Standing]
  private let lastYear: [Ledger.Standing]

  /// The figures of a reading up to a month.
  init(_ reading: Reading, through month: Int) {
    self.reading = reading
    self.month = month
    let (ledger, inForce) = (reading.ledger, reading.inForce)
    var standings = [Ledger.Standing](repeating: .none, count: 12 * inForce.assignments.all.count)
    var lastYear = standings
    for (place, assignment) in inForce.assignments.all.enumerated() {
      let definition = inForce.definitions[assignment.indicator]
      for period in definition.frequency.duePeriods where period <= month {
        let account = Ledger.Account(assignment: place, period: period)
        standings[12 * place + period - 1] = ledger.standing(of: account, at: inForce.asOf)
        if definition.measure.takesBase {
          lastYear[12 * place + period - 1] = ledger.standing(of: account.yearBefore, at: inForce.asOf)
        }
      }
    }
    self.standings = standings
    self.lastYear = lastYear
  }

  /// What stands for a figure.
  subscript(place: Place) -> Ledger.Standing { standings[12 * place.assignment + place.period - 1] }

  /// Last year's accepted figure of the same reporter and period.
  func lastYear(_ place: Place) -> Ledger.Revision? { lastYear[12 * place.assignment + place.period - 1].accepted }

  /// The accepted figure; nil where there is none.
  func counted(_ place: Place, _ measure: Measure) -> Counted? {
    guard let revision = self[place].accepted else { return nil }
    let ledger = reading.ledger
    let base = measure.takesBase ? lastYear(place) : nil
    let isIntensity = measure == .intensityChange
    return Counted(
      revision: revision, value: ledger.value(of: revision),
      denominator: measure.takesDenominator ? ledger.denominator(of: revision) : nil,
      baseValue: measure.takesBase ? ledger.baseValue(of: revision) ?? base.flatMap { ledger.value(of: $0) } : nil,
      baseDenominator: isIntensity
        ? ledger.baseDenominator(of: revision) ?? base.flatMap { ledger.denominator(of: $0) } : nil,
      stage: ledger.stage(of: revision), progress: ledger.progress(of: revision),
      occurredOn: ledger.occurredOn(of: revision))
  }

  /// Every figure that is due of some assignments, an assignment's periods in order.
  func due(of assignments: Range<Int>, _ definition: Indicator) -> [Place] {
    let periods = definition.frequency.duePeriods.filter { $0 <= month }
    return assignments.flatMap { assignment in periods.map { Place(assignment: assignment, period: $0) } }
  }
}
