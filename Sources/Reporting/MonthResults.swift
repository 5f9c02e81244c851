import Attainment

/// A month's results: all that a run stores, from what it read and the month alone (method, section 12).
struct MonthResults: Sendable {
  /// The figures that stand.
  let figures: YearFigures
  /// Attainment in plan order, the district's row of an indicator before its units'.
  let rows: [JudgedRow]
  /// The place of each row among all, 1 the worst (method, section 10).
  let worstPlaces: [Int]
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
    worstPlaces = Self.worstPlaces(of: rows)
  }

  /// Red before yellow before grey before green, then the lowest pace with none last, then plan order.
  private static func worstPlaces(of rows: [JudgedRow]) -> [Int] {
    func isWorse(_ a: Int, _ b: Int) -> Bool {
      let (first, second) = (rows[a].evaluation, rows[b].evaluation)
      if first.light.gravity != second.light.gravity { return first.light.gravity < second.light.gravity }
      switch (first.pace, second.pace) {
      case (let one?, let other?) where one < other: return true
      case (let one?, let other?) where other < one: return false
      case (_?, nil): return true
      case (nil, _?): return false
      default: return a < b
      }
    }
    var places = Array(repeating: 0, count: rows.count)
    for (place, row) in rows.indices.sorted(by: isWorse).enumerated() { places[row] = place + 1 }
    return places
  }

  /// What was read.
  var reading: Reading { figures.reading }
  /// The plan at the instant.
  var inForce: PlanInForce { figures.reading.inForce }
  /// The reported month, 1 to 12.
  var month: Int { figures.month }
}

extension Light {
  /// The order in which lights are worse.
  fileprivate var gravity: Int {
    switch self {
    case .red: 0
    case .yellow: 1
    case .grey: 2
    case .green: 3
    }
  }
}
