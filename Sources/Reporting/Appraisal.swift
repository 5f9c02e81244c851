import Attainment
import Catalogue

/// The year so far in points, for each unit of the plan (method, section 15).
struct Appraisal: Sendable {
  /// A unit's result.
  struct Unit: Sendable {
    /// The weighted mean credit of what it leads, to 40 decimals; nil where nothing of it has a credit.
    let score: Fraction?
    /// The mean credit of its allocations likewise.
    let allocationsScore: Fraction?
    /// Plus and minus points, the sum of each rule within its limit.
    let points: Figure
    /// The mean of the two scores, or the one there is, and the points; nil without either.
    let total: Fraction?
    /// The highest grade that the total reaches; nil where it reaches none.
    let grade: String?
  }

  /// What earned or cost a unit points, before its rule's limit.
  struct Point: Sendable, Equatable {
    /// Place of the unit in the plan.
    let unit: Int
    /// What is counted.
    let rule: PointRule
    /// Place of the indicator in the plan.
    let indicator: Int
    /// Period of the figure, 1 to 12.
    let period: Int
    /// Points, negative where they are taken away.
    let points: Figure
  }

  /// The units in the order of the plan.
  let units: [Unit]
  /// Every point, in the order of units, then of the plan's rules, then of the findings or the plan.
  let points: [Point]

  /// The appraisal of a month's results, of which an audit tells what was missing, late or returned.
  init(_ audit: Audit) {
    let results = audit.results
    let plan = results.inForce.plan
    // By rule and unit, each in the order of the findings or the plan.
    var earned = plan.appraisalRules.map { _ in [Int: [Point]]() }
    if !earned.isEmpty {
      for indicator in plan.indicators.indices {
        let subject = Audit.Subject(audit, indicator)
        for (place, rule) in plan.appraisalRules.enumerated() {
          for point in subject.points(by: rule) { earned[place][point.unit, default: []].append(point) }
        }
      }
    }
    let scores = Scores(results)
    points = plan.units.indices.flatMap { unit in earned.flatMap { $0[unit] ?? [] } }
    units = plan.units.indices.map { unit in
      let sums = zip(plan.appraisalRules, earned).map { rule, points in
        rule.bounded((points[unit] ?? []).reduce(Figure.zero) { $0 + $1.points })
      }
      return Unit(
        score: scores.led[unit].value, allocationsScore: scores.allocated[unit].value,
        points: sums.reduce(.zero, +), grades: plan.grades)
    }
  }
}

extension Appraisal.Unit {
  fileprivate init(score: Fraction?, allocationsScore: Fraction?, points: Figure, grades: [WorkPlan.Grade]) {
    self.score = score
    self.allocationsScore = allocationsScore
    self.points = points
    var mean = WeightedMean()
    for score in [score, allocationsScore].compactMap({ $0 }) { mean.add(score) }
    let total = mean.value.map { $0 + Fraction(points) }
    self.total = total
    grade = total.flatMap { total in
      grades.filter { !(total < Fraction($0.from)) }.max { $0.from < $1.from }?.name
    }
  }
}

/// The mean credits of each unit.
private struct Scores {
  /// Of what it leads, weighted.
  var led: [WeightedMean]
  /// Of its allocations, each alike.
  var allocated: [WeightedMean]

  init(_ results: MonthResults) {
    let plan = results.inForce.plan
    led = Array(repeating: WeightedMean(), count: plan.units.count)
    allocated = led
    for row in results.rows {
      guard let credit = row.evaluation.credit else { continue }
      let indicator = plan.indicators[row.indicator]
      if let unit = row.unit {
        allocated[unit].add(credit)
      } else if let lead = results.inForce.assignments.unit(indicator.leadUnit) {
        led[lead].add(credit, weight: indicator.weight)
      }
    }
  }
}

extension Audit.Subject {
  /// The points that a rule gives.
  fileprivate func points(by rule: WorkPlan.AppraisalRule) -> [Appraisal.Point] {
    switch rule.rule {
    case .missing: points(by: rule, for: .missing)
    case .late: points(by: rule, for: .late)
    case .returned: points(by: rule, for: .returned)
    case .attained: point(by: rule, where: districtRow.evaluation.verdict == .attained)
    case .missed: point(by: rule, where: districtRow.evaluation.verdict == .missed)
    case .attainedEarly: point(by: rule, where: results.isAttainedEarly(indicator))
    }
  }

  /// A point for each finding of a kind, for the unit whose figure it is about.
  private func points(by rule: WorkPlan.AppraisalRule, for code: FindingCode) -> [Appraisal.Point] {
    findings(code).compactMap { finding in
      guard let unit = finding.unit, let period = finding.period else { return nil }
      return point(by: rule, unit: unit, period: period)
    }
  }

  /// A point for the unit that leads, where it has earned it.
  private func point(by rule: WorkPlan.AppraisalRule, where isEarned: Bool) -> [Appraisal.Point] {
    guard isEarned, let unit = inForce.assignments.unit(entry.leadUnit),
      let period = districtRow.evaluation.figurePeriod
    else { return [] }
    return [point(by: rule, unit: unit, period: period)]
  }

  private func point(by rule: WorkPlan.AppraisalRule, unit: Int, period: Int) -> Appraisal.Point {
    Appraisal.Point(unit: unit, rule: rule.rule, indicator: indicator, period: period, points: rule.points)
  }
}

extension MonthResults {
  /// Whether an indicator is attained at the end of a month up to the reported one.
  private func isAttained(_ indicator: Int, in month: Int) -> Bool {
    trend[indicator * self.month + month - 1].evaluation.verdict == .attained
  }

  /// Whether an indicator is attained, and was by the same figures in a month before its due month.
  fileprivate func isAttainedEarly(_ indicator: Int) -> Bool {
    isAttained(indicator, in: month)
      && (1...month).contains { $0 < inForce.definitions[indicator].dueMonth && isAttained(indicator, in: $0) }
  }
}

extension WorkPlan.AppraisalRule {
  /// A sum of points, bounded by the limit either way.
  fileprivate func bounded(_ sum: Figure) -> Figure {
    guard let limit else { return sum }
    return max(.zero - limit, min(sum, limit))
  }
}
