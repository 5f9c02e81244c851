import Attainment

/// What was due from a unit for a period, and what came (method, section 10).
struct ReportingRate: Sendable, Equatable {
  /// Place of the unit in the plan.
  let unit: Int
  /// The period, 1 to 12.
  let period: Int
  /// Figures due.
  var due = 0
  /// Of these, submitted at least once.
  var submitted = 0
  /// Of these, first submitted by the due date.
  var onTime = 0
  /// Of those due, accepted.
  var accepted = 0
}

extension MonthResults {
  /// The reporting rates of every unit and period of which something is due, in the order of units and periods.
  var reportingRates: [ReportingRate] {
    var rates = (0..<inForce.plan.units.count * month).map { ReportingRate(unit: $0 / month, period: $0 % month + 1) }
    let dueDates = DueDates(inForce)
    for indicator in inForce.definitions.indices {
      for place in figures.places(of: inForce.expected[indicator], inForce.definitions[indicator])
      where inForce.isDue(place.period, of: indicator) {
        let index = inForce.assignments.all[place.assignment].unit * month + place.period - 1
        rates[index].due += 1
        if figures[place].accepted != nil { rates[index].accepted += 1 }
        guard let first = reading.ledger.firstSubmitted(of: place.account, by: inForce.asOf) else { continue }
        rates[index].submitted += 1
        if !dueDates.isLate(first, place.period, of: indicator) { rates[index].onTime += 1 }
      }
    }
    return rates.filter { $0.due > 0 }
  }
}

/// When the figures of a plan's indicators are due; a zone's days are looked up once each.
struct DueDates: Sendable {
  private let inForce: PlanInForce
  private let ends: [Day: Instant]

  /// The due dates of a plan.
  init(_ inForce: PlanInForce) {
    self.inForce = inForce
    let days = Set(inForce.plan.indicators.map { $0.dueDay ?? inForce.plan.dueDay }).flatMap { dueDay in
      (1...12).compactMap { inForce.month($0)?.due(by: dueDay) }
    }
    ends = Dictionary(days.map { ($0, inForce.zone.end(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a moment is after the day by which a figure is due.
  func isLate(_ instant: Instant, _ period: Int, of indicator: Int) -> Bool {
    inForce.due(period, of: indicator).flatMap { ends[$0] }.map { instant >= $0 } ?? false
  }
}
