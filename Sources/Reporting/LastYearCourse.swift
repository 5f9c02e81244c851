import Attainment

/// How last year went beside a row, and where its course would lead (method, section 9).
struct LastYearCourse: Sendable {
  /// The actual of the continued indicator at the same month; nil where there is none.
  let actual: Amount?
  /// Where the year leads if the rest of it goes as last year's went; of a total alone.
  let projected: Fraction?

  static let none = LastYearCourse(actual: nil, projected: nil)
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
    return LastYearCourse(
      actual: earlier.definitions[indicator].actual(of: tally.measurement),
      projected: row.evaluation.rule <= 3
        ? nil : projected(row, tally, Tally(before, of: indicator, by: assignments, through: 12), month: month))
  }

  /// A × Y / Y_k, where both of last year's figures are whole and of that very month.
  private func projected(_ row: JudgedRow, _ then: Tally, _ december: Tally, month: Int) -> Fraction? {
    guard reading.inForce.definitions[row.indicator].measure == .total, let actual = row.evaluation.value,
      let thenValue = then.completeValue(of: month), thenValue > .zero, let yearValue = december.completeValue(of: 12)
    else { return nil }
    return Fraction(actual) * Fraction(yearValue, over: thenValue)
  }
}

extension Tally {
  /// The accumulated value where its figures are of a month and all are in.
  fileprivate func completeValue(of month: Int) -> Figure? {
    measurement.figurePeriod == month && measurement.coverageAccepted >= measurement.coverageDue
      ? measurement.value : nil
  }
}
