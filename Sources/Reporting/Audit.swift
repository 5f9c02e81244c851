import Attainment
import Catalogue
import Ledger
import Wording

/// Looks through a month's results for what an analyst must know (method, section 11).
struct Audit {
  let results: MonthResults
  private let uses: [YearFigures.Place: EarlierUse]
  private let rowRanges: [Range<Int>]

  /// An audit of a month's results.
  ///
  /// - Parameters:
  ///   - results: the results.
  ///   - uses: where earlier publications used other figures.
  init(_ results: MonthResults, _ uses: [EarlierUse]) {
    self.results = results
    self.uses = Dictionary(uses.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    var ranges: [Range<Int>] = []
    for (place, row) in results.rows.enumerated() where row.unit == nil {
      ranges.append(place..<place + 1 + results.inForce.allocations[row.indicator].count)
    }
    rowRanges = ranges
  }

  /// Gives every finding to the body, in plan order and then by code, unit and period.
  func forEachFinding(_ body: (Finding) throws -> Void) rethrows {
    for indicator in results.inForce.definitions.indices {
      let subject = Subject(self, indicator)
      for code in FindingCode.inOrder { try subject.findings(code).forEach(body) }
    }
  }

  /// How many findings of severity error there are.
  var errorCount: Int {
    var count = 0
    forEachFinding { if $0.severity == .error { count += 1 } }
    return count
  }

  /// The rows of an indicator: the district's, then its units'.
  func rows(_ indicator: Int) -> Range<Int> { rowRanges[indicator] }

  /// What the last publication that reaches a figure used, where that changed.
  func use(_ place: YearFigures.Place) -> EarlierUse? { uses.isEmpty ? nil : uses[place] }

  /// One indicator under audit.
  final class Subject {
    let audit: Audit
    let indicator: Int
    let definition: Indicator
    let entry: WorkPlan.Indicator
    /// Every figure of the indicator up to the month.
    let places: [YearFigures.Place]
    /// Those that are accepted.
    private lazy var counted = places.compactMap { place in
      figures.counted(place, definition.measure).map { (place: place, counted: $0) }
    }

    init(_ audit: Audit, _ indicator: Int) {
      self.audit = audit
      self.indicator = indicator
      let inForce = audit.results.inForce
      definition = inForce.definitions[indicator]
      entry = inForce.plan.indicators[indicator]
      places = audit.results.figures.places(of: inForce.expected[indicator], inForce.definitions[indicator])
    }

    /// The findings of one kind, in the order of units and periods.
    func findings(_ code: FindingCode) -> [Finding] {
      switch code {
      case .allocationMismatch: allocationMismatch()
      case .atRisk: atRisk()
      case .awaitingReview: awaitingReview()
      case .baseDiffers: baseDiffers()
      case .baseFilled: baseFilled()
      case .cumulativeDecrease: cumulativeDecrease()
      case .dueSoon: dueSoon()
      case .farAboveTarget: farAboveTarget()
      case .implausible: implausible()
      case .jump: jump()
      case .late: late()
      case .missing: missing()
      case .nearTarget: nearTarget()
      case .negativeValue: negativeValue()
      case .noBase: noBase()
      case .numeratorExceedsDenominator: numeratorExceedsDenominator()
      case .partExceedsWhole: partExceedsWhole()
      case .returned: returned()
      case .revisedAfterPublication: revisedAfterPublication()
      case .targetRevised: targetRevised()
      }
    }

    var results: MonthResults { audit.results }
    var inForce: PlanInForce { audit.results.inForce }
    var figures: YearFigures { audit.results.figures }
    var ledger: Ledger { audit.results.reading.ledger }

    /// The district's own row.
    var districtRow: JudgedRow { results.rows[audit.rows(indicator).lowerBound] }

    /// A finding about each figure of the indicator where the body has something to say.
    func eachFigure(_ code: FindingCode, _ body: (YearFigures.Place) -> Phrase?) -> [Finding] {
      places.compactMap { place in body(place).map { finding(code, place, $0) } }
    }

    /// The same for accepted figures.
    func eachCounted(
      _ code: FindingCode, _ body: (YearFigures.Place, YearFigures.Counted) -> Phrase?
    ) -> [Finding] {
      counted.compactMap { place, counted in body(place, counted).map { finding(code, place, $0) } }
    }

    /// The same for accepted figures that the accumulation of a row takes.
    func eachTaken(_ code: FindingCode, _ body: (YearFigures.Counted) -> Phrase?) -> [Finding] {
      let taken = Set(audit.rows(indicator).flatMap { results.rows[$0].tally.places })
      return eachCounted(code) { place, counted in taken.contains(place) ? body(counted) : nil }
    }

    /// A finding about each row of the indicator where the body has something to say.
    func eachRow(_ code: FindingCode, _ body: (JudgedRow, LastYearCourse) -> Phrase?) -> [Finding] {
      audit.rows(indicator).compactMap { place in
        let row = results.rows[place]
        return body(row, results.courses[place]).map {
          Finding(code, indicator, unit: row.unit, period: row.evaluation.figurePeriod, $0)
        }
      }
    }

    /// A finding about a figure.
    func finding(_ code: FindingCode, _ place: YearFigures.Place, _ message: Phrase) -> Finding {
      Finding(
        code, indicator, unit: inForce.assignments.all[place.assignment].unit, period: place.period, message)
    }

    /// A finding about the district's row.
    func districtFinding(_ code: FindingCode, _ message: Phrase) -> Finding {
      Finding(code, indicator, period: districtRow.evaluation.figurePeriod, message)
    }
  }
}
