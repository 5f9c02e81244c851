import Attainment
import Ledger
import Wording

/// Looks through a month's results for what an analyst must know (method, section 11).
struct Audit {
  let results: MonthResults
  private let lastUses: [YearFigures.Place: EarlierUse]
  private let dueOn: [Day?]
  private let endOfDue: [Instant?]
  private let districtRows: [JudgedRow]

  /// An audit of a month's results.
  ///
  /// - Parameters:
  ///   - results: the results.
  ///   - uses: where earlier publications used other figures.
  init(_ results: MonthResults, _ uses: [EarlierUse]) {
    self.results = results
    let inForce = results.inForce
    dueOn = (0...results.month).map { inForce.due($0) }
    endOfDue = dueOn.map { day in day.map { inForce.zone.end(of: $0) } }
    districtRows = results.rows.filter { $0.unit == nil }
    lastUses = Dictionary(uses.filter { $0.used != nil }.map { ($0.place, $0) }) { a, b in
      let (first, second) = (a.publication, b.publication)
      return (first.asOf, first.runID) > (second.asOf, second.runID) ? a : b
    }
  }

  /// Gives every finding to the body, in plan order and then by code, unit and period.
  func forEachFinding(_ body: (Finding) throws -> Void) rethrows {
    for indicator in results.inForce.definitions.indices {
      for code in FindingCode.inOrder { try findings(code, of: indicator).forEach(body) }
    }
  }

  /// How many findings of severity error there are.
  var errorCount: Int {
    var count = 0
    forEachFinding { if $0.code.severity == .error { count += 1 } }
    return count
  }

  /// The findings of one kind about one indicator, in the order of units and periods.
  private func findings(_ code: FindingCode, of indicator: Int) -> [Finding] {
    switch code {
    case .allocationMismatch: allocationMismatch(indicator)
    case .awaitingReview: awaitingReview(indicator)
    case .baseDiffers: baseDiffers(indicator)
    case .cumulativeDecrease: cumulativeDecrease(indicator)
    case .late: late(indicator)
    case .missing: missing(indicator)
    case .negativeValue: negativeValue(indicator)
    case .noBase: noBase(indicator)
    case .numeratorExceedsDenominator: numeratorExceedsDenominator(indicator)
    case .partExceedsWhole: partExceedsWhole(indicator)
    case .returned: returned(indicator)
    case .revisedAfterPublication: revisedAfterPublication(indicator)
    }
  }

  var figures: YearFigures { results.figures }
  var ledger: Ledger { results.reading.ledger }

  func definition(_ indicator: Int) -> Indicator { results.inForce.definitions[indicator] }

  /// The district's own row of an indicator.
  func districtRow(_ indicator: Int) -> JudgedRow { districtRows[indicator] }

  /// A finding about each figure of an indicator that is due, where the body has something to say.
  func eachFigure(_ code: FindingCode, of indicator: Int, _ body: (YearFigures.Place) -> Phrase?) -> [Finding] {
    let assignments = results.inForce.assignments.places(ofIndicator: indicator)
    return figures.due(of: assignments, definition(indicator)).compactMap { place in
      body(place).map { finding(code, indicator, place, $0) }
    }
  }

  /// A finding about a figure.
  func finding(_ code: FindingCode, _ indicator: Int, _ place: YearFigures.Place, _ message: Phrase) -> Finding {
    Finding(
      code: code, indicator: indicator, unit: results.inForce.assignments.all[place.assignment].unit,
      period: place.period, message: message)
  }

  /// The day by which a figure is due.
  func dueOn(_ place: YearFigures.Place) -> Day? { dueOn[place.period] }

  /// Whether a moment is after the day by which a figure is due.
  func isLate(_ instant: Instant, _ place: YearFigures.Place) -> Bool {
    endOfDue[place.period].map { instant >= $0 } ?? false
  }

  /// The last publication that used another revision of a figure than counts now.
  func lastUse(_ place: YearFigures.Place) -> EarlierUse? { lastUses.isEmpty ? nil : lastUses[place] }
}
