import Attainment

/// What some reporters' accepted figures of one indicator add up to by the end of a month (method, sections 4 and 5).
struct Tally: Sendable {
  /// The sums, the figure period and the coverage.
  let measurement: Measurement
  /// The stage that every reporter of a milestone has reached; nil for other measures and where nothing tells it.
  let stage: Stage?
  /// The last day on which a reporter reached its stage.
  let occurredOn: Day?

  /// Adds up.
  ///
  /// - Parameters:
  ///   - figures: the figures of the year.
  ///   - definition: what the method must know of the indicator.
  ///   - assignments: the places of its reporters' assignments.
  ///   - month: the month to whose end is counted, 1 to 12.
  init(_ figures: YearFigures, of definition: Indicator, by assignments: Range<Int>, through month: Int) {
    var adding = Adding(definition)
    for assignment in assignments { adding.add(figures, of: assignment, through: month) }
    measurement = adding.measurement(expected: assignments.count, through: month, of: figures.reading.inForce.plan.year)
    occurredOn = adding.occurredOn
    stage =
      switch definition.measure {
      case .milestone: adding.reporters < assignments.count ? .notStarted : adding.lowestStage
      default: nil
      }
  }
}

/// The sums while reporters are added.
private struct Adding {
  /// A sum, and of how many numbers.
  struct Sum {
    var millionths: Int128 = 0
    var count = 0

    mutating func add(_ figure: Figure?) {
      guard let figure else { return }
      millionths += figure.millionths
      count += 1
    }

    /// The sum where it is of at least so many numbers.
    func total(ofAtLeast least: Int) -> Figure? { count >= max(1, least) ? Figure(millionths: millionths) : nil }
  }

  let definition: Indicator
  var value = Sum()
  var denominator = Sum()
  var baseValue = Sum()
  var baseDenominator = Sum()
  var progress = Sum()
  var figures = 0
  var reporters = 0
  var figurePeriod = 0
  var ofFigurePeriod = 0
  var periods: Set<Int> = []
  var lowestStage: Stage?
  var occurredOn: Day?

  init(_ definition: Indicator) { self.definition = definition }

  /// Adds a reporter: all of its periods where these add up, otherwise its latest.
  mutating func add(_ figures: YearFigures, of assignment: Int, through month: Int) {
    var isFirst = true
    for period in definition.frequency.duePeriods.reversed() where period <= month {
      let place = YearFigures.Place(assignment: assignment, period: period)
      guard let counted = figures.counted(place, definition.measure) else { continue }
      add(counted, of: period)
      if isFirst { reporters += 1 }
      isFirst = false
      if definition.accumulation != .monthly { break }
    }
  }

  private mutating func add(_ counted: YearFigures.Counted, of period: Int) {
    figures += 1
    if period > figurePeriod { (figurePeriod, ofFigurePeriod) = (period, 0) }
    if period == figurePeriod { ofFigurePeriod += 1 }
    if definition.measure == .dailyAverage { periods.insert(period) }
    value.add(counted.value)
    denominator.add(counted.denominator)
    baseValue.add(counted.baseValue)
    baseDenominator.add(counted.baseDenominator)
    progress.add(definition.countedProgress(of: counted.progress, at: counted.stage))
    if let stage = counted.stage { lowestStage = min(lowestStage ?? stage, stage) }
    if let day = counted.occurredOn { occurredOn = max(occurredOn ?? day, day) }
  }

  func measurement(expected: Int, through month: Int, of year: Int) -> Measurement {
    let addsUp = definition.accumulation == .monthly
    var measurement = Measurement(
      reportedMonth: month, latestDue: definition.frequency.latestDue(by: month), reportersWithFigure: reporters,
      expectedReporters: expected, coverageAccepted: addsUp ? figures : ofFigurePeriod, coverageDue: expected)
    guard figures > 0 else { return measurement }
    measurement.figurePeriod = figurePeriod
    measurement.value = value.total(ofAtLeast: 1)
    measurement.denominator = denominator.total(ofAtLeast: 1)
    measurement.baseValue = baseValue.total(ofAtLeast: figures)
    measurement.baseDenominator = baseDenominator.total(ofAtLeast: figures)
    measurement.progressSum = progress.total(ofAtLeast: 1)
    if addsUp { measurement.coverageDue = expected * definition.frequency.duePeriods.count { $0 <= figurePeriod } }
    if definition.measure == .dailyAverage { measurement.days = days(of: year) }
    return measurement
  }

  /// The days over which a quantity is averaged: of the months covered, or of the year so far.
  private func days(of year: Int) -> Int {
    let covered =
      definition.accumulation == .monthly
      ? periods.flatMap { definition.frequency.coverage(from: $0)...$0 } : Array(1...figurePeriod)
    return covered.reduce(0) { days, month in days + (Month(year: year, month: month)?.days ?? 0) }
  }
}
