import Attainment
import Catalogue
import Wording

extension ExplainedRow {
  /// The periods of which figures are not accepted: of periods that add up all of them, otherwise the figure period, the
  /// latest that is due and those that are not due yet.
  var outstanding: [Explanation.Outstanding] {
    let measurement = judged.tally.measurement
    return definition.frequency.duePeriods.filter { $0 <= figures.month }.compactMap { period in
      let isDue = inForce.isDue(period, of: indicator)
      let matters =
        definition.accumulation == .monthly || period == measurement.figurePeriod || period == measurement.latestDue
        || !isDue && period > measurement.figurePeriod ?? 0
      guard matters, let month = month(period), let dueOn = inForce.due(period, of: indicator) else { return nil }
      let missing = assignments.compactMap { reporter(of: YearFigures.Place(assignment: $0, period: period)) }
      guard !missing.isEmpty else { return nil }
      return Explanation.Outstanding(
        period: month, dueOn: dueOn.description, isDue: isDue, accepted: assignments.count - missing.count,
        reporters: missing)
    }
  }

  /// The reporter of a figure that is not accepted; nil where it is.
  private func reporter(of place: YearFigures.Place) -> Explanation.Outstanding.Reporter? {
    let standing = figures[place]
    guard standing.accepted == nil else { return nil }
    let unit = plan.units[inForce.assignments.all[place.assignment].unit]
    let status = standing.newest.map { figures.reading.ledger.status(of: $0, in: place.account, at: inForce.asOf) }
    let code: FindingCode =
      switch status {
      case nil, .accepted: .missing
      case .awaitingReview: .awaitingReview
      case .returned: .returned
      }
    return Explanation.Outstanding.Reporter(
      reporter: unit.code, name: Phrase(zh: unit.nameZH, en: unit.nameEN), standing: code)
  }
}
