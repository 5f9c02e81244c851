import Attainment

/// What some reporters' accepted figures of one indicator add up to by the end of a month (method, sections 4 and 5).
struct Tally: Sendable {
  /// The sums, the figure period and the coverage.
  let measurement: Measurement
  /// The stage that every reporter of a milestone has reached; nil for other measures and where nothing tells it.
  let stage: Stage?
  /// The last day on which a reporter reached its stage.
  let occurredOn: Day?
  /// The figures that were added.
  let places: [YearFigures.Place]

  /// Adds up.
  ///
  /// - Parameters:
  ///   - figures: the figures of the year.
  ///   - indicator: place of the indicator in the plan.
  ///   - assignments: the places of its expected reporters' assignments.
  ///   - month: the month to whose end is counted, 1 to 12.
  init(_ figures: YearFigures, of indicator: Int, by assignments: [Int], through month: Int) {
    let inForce = figures.reading.inForce
    let definition = inForce.definitions[indicator]
    let periods = definition.frequency.duePeriods.filter { $0 <= month }
    let latestDue = periods.last { inForce.isDue($0, of: indicator) }
    let figurePeriod = periods.last { period in
      let accepted = assignments.count { figures[YearFigures.Place(assignment: $0, period: period)].accepted != nil }
      return accepted == assignments.count || accepted > 0 && inForce.isDue(period, of: indicator)
    }
    var adding = Adding(definition)
    if let figurePeriod {
      for assignment in assignments { adding.add(figures, of: assignment, through: figurePeriod) }
    }
    var measurement = adding.measurement(
      figurePeriod: figurePeriod, expected: assignments.count, through: month, of: inForce.plan.year)
    measurement.latestDue = latestDue
    measurement.awaitsReview =
      latestDue.map { period in
        assignments.allSatisfy { figures.isAcceptedOrAwaiting(YearFigures.Place(assignment: $0, period: period)) }
      } ?? false
    self.measurement = measurement
    occurredOn = adding.occurredOn
    places = adding.places
    stage =
      switch definition.measure {
      case .milestone: adding.reporters < assignments.count ? .notStarted : adding.lowestStage
      default: nil
      }
  }
}

extension YearFigures {
  /// Whether a figure is accepted, or its newest revision awaits review.
  fileprivate func isAcceptedOrAwaiting(_ place: Place) -> Bool {
    let standing = self[place]
    guard standing.accepted == nil else { return true }
    guard let newest = standing.newest else { return false }
    return reading.ledger.status(of: newest, in: place.account, at: reading.inForce.asOf) == .awaitingReview
  }
}

/// The sums while reporters are added.
private struct Adding {
  /// A sum, and of how many numbers.
  struct Sum {
    var figure = Figure.zero
    var count = 0

    mutating func add(_ figure: Figure?) {
      guard let figure else { return }
      self.figure = self.figure + figure
      count += 1
    }

    /// The sum where it is of at least so many numbers.
    func total(ofAtLeast least: Int) -> Figure? { count >= max(1, least) ? figure : nil }
  }

  let definition: Indicator
  var value = Sum()
  var denominator = Sum()
  var baseValue = Sum()
  var baseDenominator = Sum()
  var progress = Sum()
  var reporters = 0
  var places: [YearFigures.Place] = []
  var lowestStage: Stage?
  var occurredOn: Day?

  init(_ definition: Indicator) { self.definition = definition }

  /// Adds a reporter: all of its periods where these add up, otherwise its latest.
  mutating func add(_ figures: YearFigures, of assignment: Int, through figurePeriod: Int) {
    var isFirst = true
    for period in definition.frequency.duePeriods.reversed() where period <= figurePeriod {
      let place = YearFigures.Place(assignment: assignment, period: period)
      guard let counted = figures.counted(place, definition.measure) else { continue }
      places.append(place)
      add(counted)
      if isFirst { reporters += 1 }
      isFirst = false
      if definition.accumulation != .monthly { break }
    }
  }

  private mutating func add(_ counted: YearFigures.Counted) {
    value.add(counted.value)
    denominator.add(counted.denominator)
    baseValue.add(counted.baseValue)
    baseDenominator.add(counted.baseDenominator)
    progress.add(definition.countedProgress(of: counted.progress, at: counted.stage))
    if let stage = counted.stage { lowestStage = min(lowestStage ?? stage, stage) }
    if let day = counted.occurredOn { occurredOn = max(occurredOn ?? day, day) }
  }

  func measurement(figurePeriod: Int?, expected: Int, through month: Int, of year: Int) -> Measurement {
    let addsUp = definition.accumulation == .monthly
    var measurement = Measurement(
      reportedMonth: month, figurePeriod: figurePeriod, reportersWithFigure: reporters, expectedReporters: expected,
      coverageAccepted: addsUp ? places.count : places.count { $0.period == figurePeriod }, coverageDue: expected)
    guard let figurePeriod else { return measurement }
    measurement.value = value.total(ofAtLeast: 1)
    measurement.denominator = denominator.total(ofAtLeast: 1)
    measurement.baseValue = baseValue.total(ofAtLeast: places.count)
    measurement.baseDenominator = baseDenominator.total(ofAtLeast: places.count)
    measurement.progressSum = progress.total(ofAtLeast: 1)
    if addsUp { measurement.coverageDue = expected * definition.frequency.duePeriods.count { $0 <= figurePeriod } }
    if definition.measure == .dailyAverage {
      measurement.days = definition.days(covering: Set(places.map(\.period)), through: figurePeriod, of: year)
    }
    return measurement
  }
}
