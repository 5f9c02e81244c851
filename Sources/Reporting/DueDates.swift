import Attainment
import Catalogue

/// When the figures of a plan year are due, and when its months are published (method, section 2): the one place that
/// tells.
struct DueDates: Sendable {
  /// What decides when the figures of an indicator are due.
  struct Rhythm: Hashable, Sendable {
    /// For which periods there is a figure.
    let frequency: Frequency
    /// The indicator's own due day, 1 to 62; nil where the plan's holds.
    let dueDay: Int?
  }

  private let year: Int
  private let dueDay: Int
  private let rhythms: Set<Rhythm>
  /// The moment at which each due day is over: a zone's days are looked up once each.
  private let ends: [Day: Instant]

  /// The due dates of a plan year.
  ///
  /// - Parameters:
  ///   - year: the plan year.
  ///   - dueDay: the plan's due day, 1 to 31.
  ///   - rhythms: of its indicators.
  ///   - zone: the plan's time zone.
  init(of year: Int, dueDay: Int, _ rhythms: some Sequence<Rhythm>, in zone: Zone) {
    self.year = year
    self.dueDay = dueDay
    self.rhythms = Set(rhythms)
    let days = Set(self.rhythms.map { $0.dueDay ?? dueDay } + [dueDay]).flatMap { dueDay in
      (1...12).compactMap { Month(year: year, month: $0)?.due(by: dueDay) }
    }
    ends = Dictionary(days.map { ($0, zone.end(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The day by which a figure is due.
  ///
  /// - Parameters:
  ///   - period: the figure's period, 1 to 12.
  ///   - own: its indicator's own due day; nil where the plan's holds.
  /// - Returns: nil for the last months that can be counted.
  func day(of period: Int, _ own: Int?) -> Day? { Month(year: year, month: period)?.due(by: own ?? dueDay) }

  /// Whether a day is over at a moment: what is due by it is due from then on, and what comes from then on is late.
  func isOver(_ day: Day?, at instant: Instant) -> Bool { day.flatMap { ends[$0] }.map { instant >= $0 } ?? false }

  /// The days after which a month is published, in order: the plan's due day, and each later one of the month's own
  /// figures.
  func publicationDays(of month: Int) -> [Day] {
    guard let first = day(of: month, nil) else { return [] }
    let own = rhythms.filter { $0.frequency.duePeriods.contains(month) }.compactMap { day(of: month, $0.dueDay) }
    return Set(own.filter { $0 > first } + [first]).sorted()
  }
}

extension DueDates {
  /// The due dates of a plan.
  init(of plan: WorkPlan, in zone: Zone) {
    self.init(
      of: plan.year, dueDay: plan.dueDay,
      plan.indicators.map { Rhythm(frequency: $0.frequency, dueDay: $0.dueDay) }, in: zone)
  }
}

extension PlanInForce {
  /// The day by which an indicator's figure of a period is due (method, section 2).
  func due(_ period: Int, of indicator: Int) -> Day? { dueDates.day(of: period, plan.indicators[indicator].dueDay) }

  /// Whether an indicator's figure of a period is due at the as-of instant: its day is over.
  func isDue(_ period: Int, of indicator: Int) -> Bool { dueDates.isOver(due(period, of: indicator), at: asOf) }
}

extension YearFigures {
  /// When a figure was first submitted, and whether that was after its due day (method, sections 10 and 11).
  ///
  /// - Returns: nil where nothing was submitted by the as-of instant.
  func arrival(of place: Place) -> (at: Instant, isLate: Bool)? {
    let inForce = reading.inForce
    guard let first = reading.ledger.firstSubmitted(of: place.account, by: inForce.asOf) else { return nil }
    let due = inForce.due(place.period, of: inForce.assignments.all[place.assignment].indicator)
    return (first, inForce.dueDates.isOver(due, at: first))
  }
}
