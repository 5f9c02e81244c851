import Attainment

/// A month's results: all that a run stores, from what it read and the month alone (method, section 12).
struct MonthResults: Sendable {
  /// The figures that stand.
  let figures: YearFigures
  /// Attainment in plan order, the district's row of an indicator before its units'.
  let rows: [JudgedRow]
  /// The district's rows at the end of each month up to the reported one, an indicator's one after another.
  let trend: [JudgedRow]

  /// The results of a month.
  ///
  /// - Parameters:
  ///   - reading: what was read, through that month at least.
  ///   - month: the reported month, 1 to 12.
  init(_ reading: Reading, through month: Int) {
    figures = YearFigures(reading, through: month)
    var rows: [JudgedRow] = []
    var trend: [JudgedRow] = []
    for indicator in reading.inForce.definitions.indices {
      for earlier in 1..<month { trend.append(figures.judged(indicator, through: earlier)) }
      let district = figures.judged(indicator, through: month)
      trend.append(district)
      rows.append(district)
      for allocation in reading.inForce.allocations[indicator] {
        rows.append(figures.judged(indicator, allocation, through: month))
      }
    }
    self.rows = rows
    self.trend = trend
  }

  /// What was read.
  var reading: Reading { figures.reading }
  /// The plan at the instant.
  var inForce: PlanInForce { figures.reading.inForce }
  /// The reported month, 1 to 12.
  var month: Int { figures.month }
}
