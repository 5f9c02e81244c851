import Attainment

/// The files that say what is promised: targets and allocations.
extension PlanTable {
  /// The indicator that a row names.
  ///
  /// - Returns: nil where there is none, or where a fault of its own keeps this row from being held against it.
  mutating func known(_ row: Row, _ indicators: KnownIndicators) -> WorkPlan.Indicator? {
    let code = text(row, "indicator")
    if let indicator = indicators.byCode[code] { return indicators.spoilt.contains(code) ? nil : indicator }
    if !code.isEmpty, indicators.isComplete || IndicatorCode(code) == nil {
      reportCode(row, "indicator", code, .indicator, among: indicators.byCode)
    }
    return nil
  }

  mutating func targets(of indicators: KnownIndicators) -> [WorkPlan.Target] {
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
    checkRelations(
      of: targets, lines: lines, indicators: indicators.byCode, isComplete: indicators.isComplete)
    return targets
  }

  private mutating func target(_ row: Row, of indicator: WorkPlan.Indicator) -> WorkPlan.Target? {
    let revision = requiredNumber(row, "revision", in: 1...9999)
    let relativeTo = row["relative_to"]
    let value = relativeTo == nil ? requiredFigure(row, "value") : row["value"] == nil ? .zero : figure(row, "value")
    let tolerance = figureFromZero(row, "tolerance")
    if row["decided_on"] == nil { report(row.line, "decided_on", .noDate) }
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
      report(line, "revision", .revisionOrder(target.revision, next: next, of: target.indicator))
    }
    if let earlier, target.decidedOn < earlier.decidedOn {
      report(
        line, "decided_on", .decidedBefore(target.decidedOn, earlier: earlier.revision, on: earlier.decidedOn))
    }
  }

  mutating func allocations(of indicators: KnownIndicators, units: UnitNames) -> [WorkPlan.Allocation] {
    var allocations: [WorkPlan.Allocation] = []
    var seen: Set<String> = []
    for row in rows {
      guard let indicator = known(row, indicators) else { continue }
      let name = text(row, "unit")
      let unit = units.code(of: name) ?? name
      let code = indicator.code.description
      guard let value = requiredFigure(row, "value") else { continue }
      if takesRows(indicator, row) {
        checkValue(value, of: indicator, row: row, isZeroAllowed: true)
        checkWhole(value, of: indicator, row: row, "value")
      }
      if !indicator.expectedReporters.contains(unit) {
        report(row.line, "unit", .unknown(unit, .reporter(of: code)))
      }
      if !seen.insert("\(code) \(unit)").inserted {
        report(row.line, "unit", .repeated(unit, quoted: true, .allocation(of: code)))
      }
      allocations.append(WorkPlan.Allocation(indicator: code, unit: unit, value: value))
    }
    return allocations
  }

  /// Whether an indicator may have targets and allocations at all (method, section 6).
  private mutating func takesRows(_ indicator: WorkPlan.Indicator, _ row: Row) -> Bool {
    if indicator.measure.takesTarget && !indicator.isReference { return true }
    report(
      row.line, "value", .noTarget(row["value"], indicator.measure, isReference: indicator.isReference))
    return false
  }

  /// Method, section 8: a target is positive, or 0 where it is not to be exceeded; a percent change only has to exceed
  /// −100.
  private mutating func checkValue(
    _ value: Figure, of indicator: WorkPlan.Indicator, row: Row, isZeroAllowed: Bool
  ) {
    if indicator.measure.isPercentChange {
      if value <= Figure(-100) { report(row.line, "value", .percentChange(value)) }
    } else if value < .zero || value == .zero && !isZeroAllowed {
      report(row.line, "value", isZeroAllowed ? .belowZero(value) : .notPositive(value, indicator.measure))
    }
  }

  private mutating func checkWhole(_ figure: Figure, of indicator: WorkPlan.Indicator, row: Row, _ column: String) {
    guard indicator.isWhole, figure.millionths % 1_000_000 != 0 else { return }
    report(row.line, column, .notWhole(figure, indicator.code.description))
  }
}
