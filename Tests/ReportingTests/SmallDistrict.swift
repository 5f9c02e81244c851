import Attainment
import Testing

@testable import Catalogue
@testable import Ledger
@testable import Reporting

/// A plan for 2020 of a few indicators and what was submitted of it, made without a database: figures of a month are due
/// on the 10th of the next, in Shanghai.
struct SmallDistrict {
  static let units = ["east", "west", "planning"]

  var plan = WorkPlan()
  /// The plan of 2019; nil where none is loaded.
  var planBefore: WorkPlan?
  /// What the office says of the indicators.
  var comments = CommentLog()
  private var entries: [(account: Entry, row: Submitted)] = []
  private var reviews: [(account: Entry, review: Ledger.Review)] = []

  /// Names a figure by its codes.
  private struct Entry {
    let indicator: String
    let unit: String
    let period: Month
  }

  private struct Submitted {
    var row: Ledger.Row
    var numbers: [Ledger.Row.Number: Figure]
  }

  /// What a reporter says of a figure.
  struct Content {
    var value: Figure?
    var denominator: Figure?
    var base: Figure?
    var baseDenominator: Figure?
    var stage: Stage?
    var progress: Figure?
    var occurredOn: Day?
    var hasRemark = false
  }

  init(_ indicators: [WorkPlan.Indicator], targets: [WorkPlan.Target] = []) {
    plan.district = "small"
    plan.year = 2020
    plan.timeZone = "Asia/Shanghai"
    plan.dueDay = 10
    plan.units = Self.units.map { WorkPlan.Unit(code: $0, kind: .other, nameZH: "单位\($0)", nameEN: "Unit \($0)") }
    plan.indicators = indicators
    plan.targets = targets
  }

  /// A district of a plan that was read, and of the plan of the year before.
  init(_ plan: WorkPlan, before: WorkPlan?) {
    self.plan = plan
    planBefore = before
  }

  /// An indicator that east and west report each month.
  static func indicator(
    _ measure: Measure, _ direction: Direction? = .atLeast, code: String = "1.1.1",
    accumulation: Accumulation = .cumulative, frequency: Frequency = .monthly, reporters: [String] = ["east", "west"],
    partOf: String? = nil, dueMonth: Int = 12, changed change: (inout WorkPlan.Indicator) -> Void = { _ in }
  ) throws -> WorkPlan.Indicator {
    var indicator = WorkPlan.Indicator(
      code: try #require(IndicatorCode(code)), isLivelihood: false, isHeadline: false, nameZH: "指标\(code)",
      nameEN: "Indicator \(code)", measure: measure, direction: measure.takesTarget ? direction : nil,
      unitOfMeasure: nil, accumulation: accumulation, frequency: frequency, leadUnit: "planning",
      reporters: reporters, partOf: partOf, dueMonth: dueMonth, requiredStage: measure == .milestone ? .completed : nil,
      behindFloor: nil, weight: Figure(1), note: nil, line: 0)
    change(&indicator)
    return indicator
  }

  /// A target; the first is decided on 20 January 2020.
  static func target(
    _ value: Figure, of indicator: String = "1.1.1", revision: Int = 1, decidedOn day: String = "2020-01-20",
    source: String? = nil, tolerance: Figure? = nil, relativeTo: String? = nil
  ) throws -> WorkPlan.Target {
    WorkPlan.Target(
      indicator: indicator, revision: revision, value: value, tolerance: tolerance, relativeTo: relativeTo,
      decidedOn: try #require(Day(parsing: day)), source: source)
  }

  mutating func expect(_ expected: WorkPlan.ProfilePoint.Expected, by month: Int, of indicator: String = "1.1.1") {
    plan.profiles.append(WorkPlan.ProfilePoint(indicator: indicator, month: month, expected: expected))
  }

  mutating func allocate(_ value: Figure, to unit: String, of indicator: String = "1.1.1") {
    plan.allocations.append(WorkPlan.Allocation(indicator: indicator, unit: unit, value: value))
  }

  /// Submits a figure, which counts at once where it is accepted without review.
  mutating func submit(
    _ content: Content, of indicator: String = "1.1.1", by unit: String = "east", for period: String,
    revision: Int32 = 1, at instant: String, isAccepted: Bool = true
  ) throws {
    let at = try #require(Instant(parsing: instant)).microseconds
    var row = Ledger.Row(revision: revision, submittedAt: at, acceptedAt: isAccepted ? at : nil)
    if let stage = content.stage, let place = Stage.allCases.firstIndex(of: stage) { row.stage = Int8(place) }
    if let day = content.occurredOn { row.occurredOn = day.daysSince2000 }
    row.hasRemark = content.hasRemark
    let numbers: [(Ledger.Row.Number, Figure?)] = [
      (.value, content.value), (.denominator, content.denominator), (.baseValue, content.base),
      (.baseDenominator, content.baseDenominator), (.progress, content.progress),
    ]
    entries.append(
      (
        Entry(indicator: indicator, unit: unit, period: try #require(Month(parsing: period))),
        Submitted(row: row, numbers: numbers.reduce(into: [:]) { $0[$1.0] = $1.1 })
      ))
  }

  /// Accepts a revision, or returns it for a reason.
  mutating func review(
    _ indicator: String = "1.1.1", of unit: String = "east", for period: String, revision: Int32 = 1,
    at instant: String, returning reason: String? = nil
  ) throws {
    reviews.append(
      (
        Entry(indicator: indicator, unit: unit, period: try #require(Month(parsing: period))),
        Ledger.Review(
          revision: revision, at: try #require(Instant(parsing: instant)).microseconds, ordinal: Int64(reviews.count),
          isAcceptance: reason == nil, reason: reason, reviewer: "office")
      ))
  }

  /// The results of a month.
  func results(through month: Int, at instant: String) throws -> MonthResults {
    let at = try #require(Instant(parsing: instant))
    let assignments = Assignments(of: plan)
    let (before, assignmentsBefore) = plan.continued(as: planBefore)
    let lastYear = LastYear(
      Reading(
        try PlanInForce(before, assignmentsBefore, at: at), try ledger(of: assignmentsBefore, in: before.year)),
      isPlanned: planBefore != nil)
    return MonthResults(
      Reading(
        try PlanInForce(plan, assignments, at: at), try ledger(of: assignments, in: plan.year), comments: comments,
        lastYear: lastYear),
      through: month)
  }

  private func ledger(of assignments: Assignments, in year: Int) throws -> Ledger {
    var ledger = Ledger(assignments: assignments.all.count)
    func account(_ entry: Entry) -> Ledger.Account? {
      guard entry.period.year == year, let indicator = assignments.indicator(entry.indicator),
        let unit = assignments.unit(entry.unit),
        let place = assignments.place(ofIndicator: indicator, unit: unit)
      else { return nil }
      return Ledger.Account(assignment: place, period: entry.period.month)
    }
    for (entry, submitted) in entries {
      guard let account = account(entry) else { continue }
      var row = submitted.row
      for (number, figure) in submitted.numbers { ledger.set(number, figure.millionths, of: &row) }
      ledger.enter(row, of: account)
    }
    for (entry, review) in reviews {
      if let account = account(entry) { ledger.enter(review, of: account) }
    }
    return ledger
  }
}

extension MonthResults {
  /// The cells by which a later publication tells what changed.
  var publishedCells: [RowName: PublishedCells] {
    rows.reduce(into: [:]) { $0[name(of: $1)] = PublishedCells($1) }
  }

  /// The findings as they are published, without what they are about: code, unit, period, Chinese and English sentence.
  func findings(_ uses: [EarlierUse] = []) -> [String] {
    var lines: [String] = []
    Audit(self, uses).forEachFinding { finding in
      let unit = finding.unit.map { inForce.plan.units[$0].code } ?? "-"
      let period = finding.period.map(String.init) ?? "-"
      lines.append("\(finding.code.rawValue) \(unit) \(period): \(finding.message.zh) | \(finding.message.en)")
    }
    return lines
  }
}
