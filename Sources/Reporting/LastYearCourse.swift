import Attainment

/// How last year went beside a row, and where its course would lead (method, section 9).
struct LastYearCourse: Sendable {
  /// The actual of the continued indicator at the same month; nil where there is none.
  let actual: Amount?
  /// Last year's amount at December, where the course can be projected by it.
  let december: Figure?
  /// Where the year leads if the rest of it goes as last year's went; of a total alone.
  let projected: Fraction?

  static let none = LastYearCourse(actual: nil, december: nil, projected: nil)
}

extension YearFigures {
  /// Last year's course beside some rows, in their order.
  func courses(of rows: [JudgedRow]) -> [LastYearCourse] {
    guard let lastYear = reading.lastYear, lastYear.isPlanned else {
      return rows.map { _ in .none }
    }
    let before = YearFigures(lastYear.reading, through: 12)
    return rows.map { row in course(of: row, before) }
  }

  private func course(of row: JudgedRow, _ before: YearFigures) -> LastYearCourse {
    let (inForce, earlier) = (reading.inForce, before.reading.inForce)
    guard let month = row.evaluation.figurePeriod, let code = inForce.plan.indicators[row.indicator].continues,
      let indicator = earlier.assignments.indicator(code),
      earlier.definitions[indicator].measure == inForce.definitions[row.indicator].measure
    else { return .none }
    let unit = row.unit.flatMap { earlier.assignments.unit(inForce.plan.units[$0].code) }
    let assignments =
      row.unit == nil
      ? earlier.expected[indicator]
      : unit.flatMap { earlier.assignments.place(ofIndicator: indicator, unit: $0) }.map { [$0] } ?? []
    guard !assignments.isEmpty else { return .none }
    let tally = Tally(before, of: indicator, by: assignments, through: month)
    let then = earlier.definitions[indicator].actual(of: tally.measurement)
    // A × Y / Y_k, where both of last year's figures are whole and of that very month.
    guard row.evaluation.rule > 3, inForce.definitions[row.indicator].measure == .total,
      let actual = row.evaluation.value, let part = tally.completeValue(of: month), part > .zero,
      let whole = Tally(before, of: indicator, by: assignments, through: 12).completeValue(of: 12)
    else { return LastYearCourse(actual: then, december: nil, projected: nil) }
    return LastYearCourse(actual: then, december: whole, projected: Fraction(actual) * Fraction(whole, over: part))
  }
}

extension Tally {
  /// The accumulated value where its figures are of a month and all are in.
  fileprivate func completeValue(of month: Int) -> Figure? {
    measurement.figurePeriod == month && measurement.coverageAccepted >= measurement.coverageDue
      ? measurement.value : nil
  }
}
