import Attainment
import Catalogue

/// A month's results: all that a run stores, from what it read and the month alone (method, section 12).
struct MonthResults: Sendable {
  /// The figures that stand.
  let figures: YearFigures
  /// Attainment in plan order, the district's row of an indicator before its units'.
  let rows: [JudgedRow]
  /// Last year's course beside each row.
  let courses: [LastYearCourse]
  /// The place of each row among all, 1 the worst; nil for what is never the worst (method, section 10).
  let worstPlaces: [Int?]
  /// The district's rows at the end of each month up to the reported one, an indicator's one after another.
  let trend: [JudgedRow]

  /// The results of a month.
  ///
  /// - Parameters:
  ///   - reading: what was read, through that month at least.
  ///   - month: the reported month, 1 to 12.
  init(_ reading: Reading, through month: Int) {
    let figures = YearFigures(reading, through: month)
    let byMonth = (1...month).map { figures.judged(through: $0) }
    var rows: [JudgedRow] = []
    var trend: [JudgedRow] = []
    for indicator in reading.inForce.definitions.indices {
      trend += byMonth.map { $0[indicator] }
      rows.append(byMonth[month - 1][indicator])
      for allocation in reading.inForce.allocations[indicator] {
        rows.append(figures.judged(indicator, allocation, through: month))
      }
    }
    self.figures = figures
    self.rows = rows
    self.trend = trend
    courses = figures.courses(of: rows)
    worstPlaces = Self.worstPlaces(of: rows, in: reading.inForce)
  }

  /// What was read.
  var reading: Reading { figures.reading }
  /// The plan at the instant.
  var inForce: PlanInForce { figures.reading.inForce }
  /// The reported month, 1 to 12.
  var month: Int { figures.month }

  /// Red before yellow before grey, then the lowest credit, then headline before ★ before the rest, then the higher weight,
  /// then plan order.
  private static func worstPlaces(of rows: [JudgedRow], in inForce: PlanInForce) -> [Int?] {
    func isWorse(_ a: Int, _ b: Int) -> Bool {
      let (first, second) = (rows[a], rows[b])
      let lights = (first.evaluation.light.gravity, second.evaluation.light.gravity)
      if lights.0 != lights.1 { return lights.0 < lights.1 }
      switch (first.evaluation.credit, second.evaluation.credit) {
      case (let a?, let b?) where a < b: return true
      case (let a?, let b?) where b < a: return false
      case (_?, nil): return true
      case (nil, _?): return false
      default: break
      }
      let (one, other) = (inForce.plan.indicators[first.indicator], inForce.plan.indicators[second.indicator])
      let ranks = (one.prominence, other.prominence)
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      return one.weight == other.weight ? a < b : one.weight > other.weight
    }
    let order = rows.indices.filter { rows[$0].evaluation.mayBeWorst }.sorted(by: isWorse)
    var places = [Int?](repeating: nil, count: rows.count)
    for (place, row) in order.enumerated() { places[row] = place + 1 }
    return places
  }
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

extension Evaluation {
  /// Whether a row of it can be the worst of a group.
  fileprivate var mayBeWorst: Bool { light != .green && verdict != .notDue && verdict != .forReference }
}

extension WorkPlan.Indicator {
  /// Headline before ★ before the rest.
  fileprivate var prominence: Int { isHeadline ? 0 : isLivelihood ? 1 : 2 }
}
