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
    for indicator in inForce.definitions.indices {
      for place in figures.places(of: inForce.expected[indicator], inForce.definitions[indicator])
      where inForce.isDue(place.period, of: indicator) {
        let index = inForce.assignments.all[place.assignment].unit * month + place.period - 1
        rates[index].due += 1
        if figures[place].accepted != nil { rates[index].accepted += 1 }
        guard let arrival = figures.arrival(of: place) else { continue }
        rates[index].submitted += 1
        if !arrival.isLate { rates[index].onTime += 1 }
      }
    }
    return rates.filter { $0.due > 0 }
  }
}
