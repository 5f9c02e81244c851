import Catalogue
import Testing

@testable import Attainment
@testable import Reporting

/// The last publication of an example, as the pure core reckons it.
struct PagePublication {
  private let results: MonthResults
  private let uses: [EarlierUse]
  private let revisions: [Revision]
  private let before: [RowName: PublishedCells]

  private var inForce: PlanInForce { results.inForce }

  /// Makes the example's publications.
  init(_ example: MethodPage.Example) throws {
    var district = SmallDistrict(try example.plan(), before: try example.planBefore())
    for row in example.files["submissions.csv"] ?? [] { try district.submit(row) }
    for row in example.files["reviews.csv"] ?? [] { try district.review(row) }
    var made: [(publication: EarlierPublication, results: MonthResults)] = []
    for (place, row) in (example.files["publications.csv"] ?? []).enumerated() {
      let (month, instant) = (try #require(row["month"]), try #require(row["as_of"]))
      let number = try #require(Month(parsing: month)?.month)
      let publication = EarlierPublication(
        runID: place + 1, month: number, asOf: try #require(Instant(parsing: instant)), planVersion: 1, sha256: "")
      made.append((publication, try district.results(through: number, at: instant)))
    }
    let last = try #require(made.last)
    made.removeLast()
    results = last.results
    uses = last.results.figures.uses(in: made.map(\.publication))
    if let previous = made.last(where: { $0.publication.month == last.publication.month }) {
      before = previous.results.publishedCells
      let inForce = previous.results.inForce
      revisions = last.results.revisions(
        since: before, of: previous.publication, targets: inForce.plan.targets(inForceOn: inForce.today), planVersion: 1
      )
    } else {
      before = [:]
      revisions = []
    }
  }

  /// The rows of a file of data/, as far as the core reckons them; of findings those of the codes that are shown.
  ///
  /// - Returns: nil for a file that the core does not reckon.
  func rows(of name: String, like wanted: [MethodPage.Row]) -> [MethodPage.Row]? {
    switch name {
    case "attainment": attainment
    case "milestones": milestones
    case "findings": findings(Set(wanted.compactMap { $0["code"] }))
    case "revisions": told
    case "reporting_rates": rates
    case "department_scorecard": scorecard
    case "section_summary": sections
    case "appraisal": appraisal
    case "appraisal_points": points
    default: nil
    }
  }

  private func code(_ row: JudgedRow) -> String { inForce.plan.indicators[row.indicator].code.description }

  private func unit(_ place: Int?) -> String { place.map { inForce.plan.units[$0].code } ?? "" }

  private func month(_ period: Int?) -> String { period.flatMap { inForce.month($0)?.description } ?? "" }

  private var attainment: [MethodPage.Row] {
    results.rows.enumerated().map { place, row in
      let first = row.unit == nil ? inForce.firstTargets[row.indicator] : nil
      let cells = EvaluationCells(row, results.courses[place], first: first, year: inForce.plan.year).cells
      let names = ["indicator": code(row), "unit": unit(row.unit)]
      return names.merging(cells.map { ($0.column, $0.text ?? "") }) { _, cell in cell }
    }
  }

  private var milestones: [MethodPage.Row] {
    results.rows.filter { $0.unit == nil && inForce.definitions[$0.indicator].measure == .milestone }.map { row in
      [
        "indicator": code(row), "stage": row.tally.stage?.rawValue ?? "",
        "occurred_on": row.tally.occurredOn?.description ?? "",
      ]
    }
  }

  private func findings(_ codes: Set<String>) -> [MethodPage.Row] {
    var rows: [MethodPage.Row] = []
    Audit(results, uses).forEachFinding { finding in
      guard codes.contains(finding.code.rawValue) else { return }
      rows.append([
        "code": finding.code.rawValue, "severity": finding.severity.rawValue, "unit": unit(finding.unit),
        "indicator": inForce.plan.indicators[finding.indicator].code.description,
        "figure_period": month(finding.period),
      ])
    }
    return rows
  }

  private var told: [MethodPage.Row] {
    let cells = results.publishedCells
    return revisions.map { revision in
      let row = results.rows[revision.ordinal - 1]
      let (then, now) = (before[results.name(of: row)], cells[results.name(of: row)])
      return [
        "indicator": code(row), "unit": unit(row.unit), "because": revision.because ?? "",
        "previous_target": then?.target ?? "", "target": now?.target ?? "", "previous_actual": then?.actual ?? "",
        "actual": now?.actual ?? "", "previous_attainment_pct": then?.attainment ?? "",
        "attainment_pct": now?.attainment ?? "", "previous_verdict": then?.verdict ?? "", "verdict": now?.verdict ?? "",
      ]
    }
  }

  private var rates: [MethodPage.Row] {
    results.reportingRates.map { rate in
      [
        "unit": unit(rate.unit), "figure_period": month(rate.period), "due": String(rate.due),
        "submitted": String(rate.submitted), "on_time": String(rate.onTime), "accepted": String(rate.accepted),
      ]
    }
  }

  private var scorecard: [MethodPage.Row] {
    zip(inForce.plan.units, appraised.units).compactMap { unit, appraised -> MethodPage.Row? in
      let own = groups { $0.leadUnit == unit.code }
      guard !own.isEmpty else { return nil }
      return worst(of: own).merging(["unit": unit.code, "score": text(appraised.score)]) { _, cell in cell }
    }
  }

  private var appraised: Appraisal { Appraisal(Audit(results, uses)) }

  private var appraisal: [MethodPage.Row] {
    zip(inForce.plan.units, appraised.units).map { unit, appraised in
      [
        "unit": unit.code, "score": text(appraised.score), "allocations_score": text(appraised.allocationsScore),
        "points": appraised.points.description, "total": text(appraised.total), "grade": appraised.grade ?? "",
      ]
    }
  }

  private var points: [MethodPage.Row] {
    appraised.points.map { point in
      [
        "unit": unit(point.unit), "rule": point.rule.rawValue, "figure_period": month(point.period),
        "indicator": inForce.plan.indicators[point.indicator].code.description, "points": point.points.description,
      ]
    }
  }

  private func text(_ fraction: Fraction?) -> String { fraction?.rounded.description ?? "" }

  private var sections: [MethodPage.Row] {
    inForce.plan.sections.compactMap { section -> MethodPage.Row? in
      let own = groups { $0.code.section == section.number }
      return own.isEmpty ? nil : worst(of: own).merging(["section": String(section.number)]) { _, cell in cell }
    }
  }

  /// The places of the district's rows, references apart, of the indicators that are wanted.
  private func groups(_ isWanted: (WorkPlan.Indicator) -> Bool) -> [Int] {
    results.rows.indices.filter { place in
      let row = results.rows[place]
      return row.unit == nil && row.evaluation.verdict != .forReference
        && isWanted(inForce.plan.indicators[row.indicator])
    }
  }

  private func worst(of group: [Int]) -> MethodPage.Row {
    let ranked = group.compactMap { place in results.worstPlaces[place].map { (place: place, rank: $0) } }
    guard let worst = ranked.min(by: { $0.rank < $1.rank }).map({ results.rows[$0.place] }) else { return [:] }
    return [
      "worst_indicator": code(worst), "worst_verdict": worst.evaluation.verdict.rawValue,
      "worst_pace_pct": worst.evaluation.pace?.rounded.description ?? "",
    ]
  }
}

extension SmallDistrict {
  /// Submits a row of an example's submissions.csv.
  fileprivate mutating func submit(_ row: MethodPage.Row) throws {
    func figure(_ column: String) throws -> Figure? {
      guard let text = row[column], !text.isEmpty else { return nil }
      return try Figure(validating: text)
    }
    let content = Content(
      value: try figure("value"), denominator: try figure("denominator"), base: try figure("base_value"),
      baseDenominator: try figure("base_denominator"), stage: row["stage"].flatMap { Stage(rawValue: $0) },
      progress: try figure("progress"), occurredOn: row["occurred_on"].flatMap { Day(parsing: $0) })
    try submit(
      content, of: try #require(row["indicator"]), by: try #require(row["unit"]), for: try #require(row["period"]),
      revision: try #require(row["revision"].flatMap { Int32($0) }), at: try #require(row["submitted_at"]),
      isAccepted: row["auto_accepted"] == "true")
  }

  /// Reviews as a row of an example's reviews.csv says.
  fileprivate mutating func review(_ row: MethodPage.Row) throws {
    try review(
      try #require(row["indicator"]), of: try #require(row["unit"]), for: try #require(row["period"]),
      revision: try #require(row["revision"].flatMap { Int32($0) }), at: try #require(row["reviewed_at"]),
      returning: row["outcome"] == "returned" ? row["reason"] : nil)
  }
}
