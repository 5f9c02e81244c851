import Attainment
import Ledger

/// The figures of a plan year up to a month, as they stand at the as-of instant (method, sections 3 to 5).
struct YearFigures: Sendable {
  /// One figure.
  struct Place: Sendable, Hashable {
    /// Place of the assignment.
    let assignment: Int
    /// A period of the indicator, 1 to 12.
    let period: Int

    var account: Ledger.Account { Ledger.Account(assignment: assignment, period: period) }
  }

  /// A base of last year, and its other half for an intensity.
  struct Base: Sendable {
    /// Last year's revision that counts.
    let revision: Ledger.Revision
    /// Its value and denominator.
    let quantities: Quantities
  }

  /// An accepted figure with what it is compared with.
  struct Counted: Sendable {
    /// The revision that counts.
    let revision: Ledger.Revision
    /// Its numbers as the reporter stated them, as far as the measure takes them.
    let stated: Quantities
    /// The same, with the bases that count: stated or last year's.
    let quantities: Quantities
    /// Stage of a milestone.
    let stage: Stage?
    /// Progress as submitted.
    let progress: Figure?
    /// Day on which the stage was reached.
    let occurredOn: Day?

    /// Value or numerator.
    var value: Figure? { quantities.value }
    /// Denominator, where the measure takes one.
    var denominator: Figure? { quantities.denominator }
    /// The base that counts; nil where there is none or the measure takes none.
    var baseValue: Figure? { quantities.baseValue }
    /// The base denominator likewise.
    var baseDenominator: Figure? { quantities.baseDenominator }
    /// Whether the base or the base denominator is last year's.
    var isBaseFilled: Bool { quantities != stated }
  }

  /// What was read.
  let reading: Reading
  /// The reported month, 1 to 12.
  let month: Int

  private let standings: [Ledger.Standing]
  private let continued: [Int?]

  /// The figures of a reading up to a month.
  init(_ reading: Reading, through month: Int) {
    self.reading = reading
    self.month = month
    let (ledger, inForce) = (reading.ledger, reading.inForce)
    var standings = [Ledger.Standing](repeating: .none, count: 12 * inForce.assignments.all.count)
    for (place, assignment) in inForce.assignments.all.enumerated() {
      for period in inForce.definitions[assignment.indicator].frequency.duePeriods where period <= month {
        standings[12 * place + period - 1] = ledger.standing(
          of: Ledger.Account(assignment: place, period: period), at: inForce.asOf)
      }
    }
    self.standings = standings
    continued = reading.continuedAssignments()
  }

  /// What stands for a figure.
  subscript(place: Place) -> Ledger.Standing { standings[12 * place.assignment + place.period - 1] }

  /// Last year's figure of the same reporter and period that an indicator with a base continues, as of an instant.
  ///
  /// - Parameters:
  ///   - place: the figure of this year.
  ///   - instant: the instant; nil for the as-of instant T.
  /// - Returns: nil where nothing is continued or accepted.
  func lastYear(_ place: Place, at instant: Instant? = nil) -> Base? {
    guard let before = reading.lastYear?.reading, let assignment = continued[place.assignment] else { return nil }
    let account = Ledger.Account(assignment: assignment, period: place.period)
    return before.ledger.standing(of: account, at: instant ?? reading.inForce.asOf).accepted.map { revision in
      Base(
        revision: revision,
        quantities: Quantities(
          value: before.ledger.value(of: revision), denominator: before.ledger.denominator(of: revision)))
    }
  }

  /// The accepted figure; nil where there is none.
  func counted(_ place: Place, _ measure: Measure) -> Counted? {
    self[place].accepted.map { counted($0, place, measure) }
  }

  /// A revision of a figure with what it is compared with now.
  func counted(_ revision: Ledger.Revision, _ place: Place, _ measure: Measure) -> Counted {
    let ledger = reading.ledger
    let stated = stated(revision, measure)
    let lastYear = stated.leavesBaseOpen(measure) ? lastYear(place)?.quantities : nil
    return Counted(
      revision: revision, stated: stated, quantities: stated.filled(from: lastYear, measure),
      stage: ledger.stage(of: revision), progress: ledger.progress(of: revision),
      occurredOn: ledger.occurredOn(of: revision))
  }

  /// What a revision states of what a measure takes.
  func stated(_ revision: Ledger.Revision, _ measure: Measure) -> Quantities {
    let ledger = reading.ledger
    return Quantities(
      value: ledger.value(of: revision), denominator: measure.takesDenominator ? ledger.denominator(of: revision) : nil,
      baseValue: measure.takesBase ? ledger.baseValue(of: revision) : nil,
      baseDenominator: measure == .intensityChange ? ledger.baseDenominator(of: revision) : nil)
  }

  /// Every figure of some assignments of an indicator, an assignment's periods in order.
  func places(of assignments: some Sequence<Int>, _ definition: Indicator) -> [Place] {
    let periods = definition.frequency.duePeriods.filter { $0 <= month }
    return assignments.flatMap { assignment in periods.map { Place(assignment: assignment, period: $0) } }
  }
}
