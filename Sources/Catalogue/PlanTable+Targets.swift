import Attainment

/// The files that say what is promised: targets and allocations.
extension PlanTable {
  /// The indicator that a row names.
  mutating func known(_ row: Row, _ indicators: [String: WorkPlan.Indicator]) -> WorkPlan.Indicator? {
    let code = text(row, "indicator")
    if let indicator = indicators[code] { return indicator }
    if !code.isEmpty { report(row.line, "indicator", "'\(code)'", "an indicator of indicators.csv") }
    return nil
  }

  mutating func targets(of indicators: [String: WorkPlan.Indicator]) -> [WorkPlan.Target] {
    var targets: [WorkPlan.Target] = []
    var lines: [Int] = []
    var newest: [String: WorkPlan.Target] = [:]
    for row in rows {
      guard let indicator = known(row, indicators), let target = target(row, of: indicator) else { continue }
      checkOrder(of: target, after: newest[target.indicator], line: row.line)
      newest[target.indicator] = target
      targets.append(target)
      lines.append(row.line)
    }
    checkRelations(of: targets, lines: lines, indicators: indicators)
    return targets
  }

  private mutating func target(_ row: Row, of indicator: WorkPlan.Indicator) -> WorkPlan.Target? {
    let revision = requiredNumber(row, "revision", in: 1...9999)
    let relativeTo = row["relative_to"]
    let value = relativeTo == nil ? requiredFigure(row, "value") : row["value"] == nil ? .zero : figure(row, "value")
    let tolerance = figureFromZero(row, "tolerance")
    if row["decided_on"] == nil { report(row.line, "decided_on", "nothing", "a date such as 2020-01-20") }
    guard let value, let decidedOn = date(row, "decided_on") else { return nil }
    if takesRows(indicator, row) {
      if relativeTo == nil { checkValue(value, of: indicator, row: row, isZeroAllowed: indicator.direction == .atMost) }
      checkWhole(value, of: indicator, row: row, "value")
      if let tolerance { checkWhole(tolerance, of: indicator, row: row, "tolerance") }
    }
    return WorkPlan.Target(
      indicator: indicator.code.description, revision: revision, value: value, tolerance: tolerance,
      relativeTo: relativeTo, decidedOn: decidedOn, source: row["source"])
  }

  private mutating func checkOrder(of target: WorkPlan.Target, after earlier: WorkPlan.Target?, line: Int) {
    let next = (earlier?.revision ?? 0) + 1
    if target.revision != next {
      report(
        line, "revision", "\(target.revision)",
        "\(next): revisions of \(target.indicator) count from 1 in their order")
    }
    if let earlier, target.decidedOn < earlier.decidedOn {
      report(
        line, "decided_on", "\(target.decidedOn)",
        "a date not before revision \(earlier.revision)'s, \(earlier.decidedOn)")
    }
  }

  mutating func allocations(of indicators: [String: WorkPlan.Indicator]) -> [WorkPlan.Allocation] {
    var allocations: [WorkPlan.Allocation] = []
    var seen: Set<String> = []
    for row in rows {
      guard let indicator = known(row, indicators) else { continue }
      let unit = text(row, "unit")
      let code = indicator.code.description
      guard let value = requiredFigure(row, "value") else { continue }
      if takesRows(indicator, row) {
        checkValue(value, of: indicator, row: row, isZeroAllowed: true)
        checkWhole(value, of: indicator, row: row, "value")
      }
      if !indicator.expectedReporters.contains(unit) {
        report(row.line, "unit", "'\(unit)'", "an expected reporter of \(code)")
      }
      if !seen.insert("\(code) \(unit)").inserted {
        report(row.line, "unit", "'\(unit)' again", "one allocation of \(code) a unit")
      }
      allocations.append(WorkPlan.Allocation(indicator: code, unit: unit, value: value))
    }
    return allocations
  }

  /// Whether an indicator may have targets and allocations at all (method, section 6).
  private mutating func takesRows(_ indicator: WorkPlan.Indicator, _ row: Row) -> Bool {
    let reason =
      if !indicator.measure.takesTarget {
        "a \(indicator.measure.rawValue) carries no target value"
      } else if indicator.isReference {
        "an indicator for reference has no target"
      } else {
        ""
      }
    if !reason.isEmpty { report(row.line, "value", row["value"] ?? "nothing", "no row: \(reason)") }
    return reason.isEmpty
  }

  /// Method, section 8: a target is positive, or 0 where it is not to be exceeded; a percent change only has to exceed
  /// −100.
  private mutating func checkValue(
    _ value: Figure, of indicator: WorkPlan.Indicator, row: Row, isZeroAllowed: Bool
  ) {
    if indicator.measure.isPercentChange {
      if value <= Figure(-100) { report(row.line, "value", "\(value)", "a percent change above -100") }
    } else if value < .zero || value == .zero && !isZeroAllowed {
      let wanted = isZeroAllowed ? "0 or more" : "a target above 0 for a \(indicator.measure.rawValue) to be reached"
      report(row.line, "value", "\(value)", wanted)
    }
  }

  private mutating func checkWhole(_ figure: Figure, of indicator: WorkPlan.Indicator, row: Row, _ column: String) {
    guard indicator.isWhole, figure.millionths % 1_000_000 != 0 else { return }
    report(row.line, column, "\(figure)", "a whole number: \(indicator.code) counts whole things")
  }
}
