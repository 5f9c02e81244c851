import Attainment
import Catalogue
import Postgres
import Wording

/// Writes a run's results into the tables of `report`, inside the run's transaction.
struct ResultStore {
  let run: RunKey

  /// Stores attainment, trend, reporting rates and commentary.
  ///
  /// - Throws: `PostgresError` when the database refuses.
  func store(_ results: MonthResults, on connection: isolated Connection) throws {
    try copy(evaluations(results), into: "evaluation", Self.evaluationColumns, on: connection)
    try copy(trend(results), into: "trend_point", Self.trendColumns, on: connection)
    try copy(
      rates(results), into: "reporting_rate", "unit, figure_period, due, submitted, on_time, accepted", on: connection)
    try copy(
      remarks(results), into: "remark", "ordinal, indicator, unit, figure_period, revision, period, comment_id",
      on: connection)
  }

  /// Stores the appraisal of a plan's units, and each point of it.
  ///
  /// - Throws: `PostgresError` when the database refuses.
  func store(_ appraisal: Appraisal, of plan: WorkPlan, on connection: isolated Connection) throws {
    var units = CopyText(of: run)
    for (unit, result) in zip(plan.units, appraisal.units) {
      units.begin()
      units.append(unit.code)
      units.append(result.score?.rounded.description)
      units.append(result.allocationsScore?.rounded.description)
      units.append(result.points.description)
      units.append(result.total?.rounded.description)
      if let grade = result.grade { units.append(text: grade) } else { units.append(nil) }
      units.end()
    }
    try copy(units, into: "appraised_unit", "unit, score, allocations_score, points, total, grade", on: connection)
    var points = CopyText(of: run)
    for point in appraisal.points {
      points.append([
        String(points.count + 1), plan.units[point.unit].code, point.rule.rawValue,
        plan.indicators[point.indicator].code.description,
        Month(year: plan.year, month: point.period)?.firstDay.description, point.points.description,
      ])
    }
    try copy(
      points, into: "appraisal_point", "ordinal, unit, rule, indicator, figure_period, points", on: connection)
  }

  /// Stores the findings of an audit as they are found.
  ///
  /// - Parameters:
  ///   - audit: the audit.
  ///   - table: `finding`; or `stopped_finding`, where nobody takes them for published.
  ///   - connection: a connection in the run's transaction.
  /// - Returns: how many there are of each severity.
  /// - Throws: `PostgresError` when the database refuses.
  func store(_ audit: Audit, into table: String = "finding", on connection: isolated Connection) throws -> [Severity:
    Int]
  {
    let plan = audit.results.inForce
    let (indicators, units) = (plan.plan.indicatorNames, plan.plan.unitNames)
    var counts: [Severity: Int] = [:]
    var rows = CopyText(of: run)
    let columns = "ordinal, code, severity, indicator, unit, figure_period, message_zh, message_en"
    try connection.copyIn("copy report.\(table) (district_id, run_id, \(columns)) from stdin") { writer in
      try audit.forEachFinding { finding in
        counts[finding.severity, default: 0] += 1
        let period = finding.period.flatMap { plan.month($0) }
        let message = FindingSentence.about(
          indicator: indicators[finding.indicator], unit: finding.unit.map { units[$0] }, period: period,
          finding.message)
        rows.begin()
        rows.append(String(rows.count + 1))
        rows.append(finding.code.rawValue)
        rows.append(finding.severity.rawValue)
        rows.append(plan.plan.indicators[finding.indicator].code.description)
        rows.append(finding.unit.map { plan.plan.units[$0].code })
        rows.append(period?.firstDay.description)
        rows.append(text: message.zh)
        rows.append(text: message.en)
        rows.end()
        guard rows.bytes.count > 1 << 15 else { return }
        try writer.write(rows.bytes)
        rows.removeAll()
      }
      try writer.write(rows.bytes)
    }
    return counts
  }

  /// Stores what differs from the month's publication before.
  ///
  /// - Throws: `PostgresError` when the database refuses.
  func store(_ revisions: [Revision], since previous: EarlierPublication, on connection: isolated Connection) throws {
    var rows = CopyText(of: run)
    for revision in revisions {
      rows.append([String(revision.ordinal), String(previous.runID), revision.because])
    }
    try copy(rows, into: "revision", "ordinal, previous_run_id, because", on: connection)
  }

  private func copy(
    _ rows: CopyText, into table: String, _ columns: String, on connection: isolated Connection
  ) throws {
    let copied = try connection.copyIn("copy report.\(table) (district_id, run_id, \(columns)) from stdin") { writer in
      try writer.write(rows.bytes)
    }
    guard copied == rows.count else {
      throw RunError(.badData, "report.\(table) took \(copied) of \(rows.count) rows.")
    }
  }

  private static let evaluationColumns = """
    ordinal, indicator, unit, target, target_revision, figure_period, value, denominator, base_value, base_denominator,
    actual, gap, attainment_pct, expected_pct, pace_pct, verdict, light, rule, coverage_pct, provisional, projected,
    required_per_month, tolerance, relative_to, first_target, last_year_actual, projected_last_year, score_weight,
    score_term, worst_place, stage, occurred_on
    """

  private func evaluations(_ results: MonthResults) -> CopyText {
    var rows = CopyText(of: run)
    let firstTargets = results.inForce.firstTargets
    for (index, row) in results.rows.enumerated() {
      let name = results.name(of: row)
      rows.begin()
      rows.append(String(rows.count + 1))
      rows.append(name.indicator)
      rows.append(name.unit)
      let first = row.unit == nil ? firstTargets[row.indicator] : nil
      for cell in EvaluationCells(row, results.courses[index], first: first, year: results.inForce.plan.year).cells {
        rows.append(cell.column == "figure_period" ? cell.text.map { $0 + "-01" } : cell.text)
      }
      let weight = results.inForce.plan.indicators[row.indicator].weight
      let credit = row.evaluation.credit
      rows.append(credit == nil ? nil : weight.description)
      // Terms cut this far behind the digits that are printed add up and round as the exact ones do.
      rows.append(credit.map { (Fraction(weight) * $0).expansion(places: 60) })
      rows.append(results.worstPlaces[index].map(String.init))
      rows.append(row.tally.stage?.rawValue)
      rows.append(row.tally.occurredOn?.description)
      rows.end()
    }
    return rows
  }

  private static let trendColumns =
    "ordinal, month, indicator, target, actual, attainment_pct, pace_pct, verdict, light, provisional"

  private func trend(_ results: MonthResults) -> CopyText {
    var rows = CopyText(of: run)
    for row in results.trend {
      let evaluation = row.evaluation
      rows.append([
        String(row.indicator + 1), String(row.month), results.name(of: row).indicator,
        row.target?.value.description, evaluation.actual?.description, evaluation.attainment?.rounded.description,
        evaluation.pace?.rounded.description, evaluation.verdict.rawValue, evaluation.light.rawValue,
        evaluation.isProvisional ? "true" : "false",
      ])
    }
    return rows
  }

  private func remarks(_ results: MonthResults) -> CopyText {
    var rows = CopyText(of: run)
    let inForce = results.inForce
    for remark in results.commentary {
      let subject = [String(rows.count + 1), inForce.plan.indicators[remark.indicator].code.description]
      switch remark.source {
      case .figure(let place, let revision):
        let unit = inForce.plan.units[inForce.assignments.all[place.assignment].unit].code
        rows.append(subject + [unit, inForce.month(place.period)?.firstDay.description, String(revision), nil, nil])
      case .comment(let comment):
        rows.append(subject + [nil, nil, nil, inForce.month(results.month)?.firstDay.description, String(comment)])
      }
    }
    return rows
  }

  private func rates(_ results: MonthResults) -> CopyText {
    var rows = CopyText(of: run)
    for rate in results.reportingRates {
      rows.append([
        results.inForce.plan.units[rate.unit].code, results.inForce.month(rate.period)?.firstDay.description,
        String(rate.due), String(rate.submitted), String(rate.onTime), String(rate.accepted),
      ])
    }
    return rows
  }
}

extension WorkPlan {
  /// The names of the indicators, in their order.
  fileprivate var indicatorNames: [Phrase] { indicators.map { Phrase(zh: $0.nameZH, en: $0.nameEN) } }

  /// The names of the units, in their order.
  fileprivate var unitNames: [Phrase] { units.map { Phrase(zh: $0.nameZH, en: $0.nameEN) } }
}
