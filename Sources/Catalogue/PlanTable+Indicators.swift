import Attainment

/// The files that say what there is: units, sections and indicators.
extension PlanTable {
  mutating func units() -> [WorkPlan.Unit] {
    var seen: Set<String> = []
    var units: [WorkPlan.Unit] = []
    for row in rows {
      let unit = WorkPlan.Unit(
        code: code(row, "unit"), kind: requiredWord(row, "kind", else: .other), nameZH: text(row, "name_zh"),
        nameEN: text(row, "name_en"))
      if !seen.insert(unit.code).inserted { report(row.line, "unit", "'\(unit.code)' again", "each unit once") }
      units.append(unit)
    }
    return units
  }

  mutating func sections() -> [WorkPlan.Section] {
    var seen: Set<Int> = []
    var sections: [WorkPlan.Section] = []
    for row in rows {
      let section = WorkPlan.Section(
        number: requiredNumber(row, "section", in: 1...9999), titleZH: text(row, "title_zh"),
        titleEN: text(row, "title_en"))
      if !seen.insert(section.number).inserted {
        report(row.line, "section", "\(section.number) again", "each section once")
      }
      sections.append(section)
    }
    return sections
  }

  mutating func indicators(units: Set<String>, sections: Set<Int>) -> [WorkPlan.Indicator] {
    var seen: Set<String> = []
    var indicators: [WorkPlan.Indicator] = []
    for row in rows {
      let codeText = text(row, "indicator")
      guard let code = IndicatorCode(codeText) else {
        if !codeText.isEmpty { report(row.line, "indicator", "'\(codeText)'", "section.item.sequence, such as 2.2.1") }
        continue
      }
      if !seen.insert(codeText).inserted { report(row.line, "indicator", "\(codeText) again", "each indicator once") }
      if !sections.contains(code.section) {
        report(row.line, "indicator", "section \(code.section)", "a section of sections.csv")
      }
      let indicator = indicator(row, code: code)
      checkShape(of: indicator, row: row)
      checkUnits(of: indicator, units: units)
      indicators.append(indicator)
    }
    checkParts(of: indicators)
    return indicators
  }

  private mutating func indicator(_ row: Row, code: IndicatorCode) -> WorkPlan.Indicator {
    let measure: Measure = requiredWord(row, "measure", else: .progress)
    return WorkPlan.Indicator(
      code: code,
      isLivelihood: boolean(row, "livelihood", else: false), isHeadline: boolean(row, "headline", else: false),
      nameZH: text(row, "name_zh"), nameEN: text(row, "name_en"),
      measure: measure, direction: word(row, "direction"), unitOfMeasure: row["unit_of_measure"],
      accumulation: requiredWord(row, "accumulation", else: .point),
      frequency: requiredWord(row, "frequency", else: .monthly),
      leadUnit: text(row, "lead_unit"),
      reporters: (row["reporters"] ?? "").split(separator: " ").map(String.init),
      partOf: row["part_of"], dueMonth: number(row, "due_month", in: 1...12) ?? 12,
      requiredStage: word(row, "required_stage") ?? (measure == .milestone ? .completed : nil),
      behindFloor: figure(row, "behind_floor"), weight: figure(row, "weight") ?? Figure(1),
      note: row["note"], line: row.line)
  }

  /// Whether measure, direction, accumulation and the rest go together (method, sections 4, 6 and 8).
  private mutating func checkShape(of indicator: WorkPlan.Indicator, row: Row) {
    let measure = indicator.measure
    switch (measure.takesTarget, indicator.direction) {
    case (true, nil) where row["direction"] == nil:
      report(row.line, "direction", "nothing", "at_least or at_most: the measure \(measure.rawValue) needs one")
    case (true, .maintain) where measure != .stock:
      report(row.line, "direction", "maintain", "at_least or at_most: only a stock can be maintained")
    case (false, .atMost), (false, .maintain):
      report(row.line, "direction", row["direction"] ?? "", "nothing: \(measure.rawValue) carries no target value")
    default: break
    }
    if [.stock, .milestone, .progress].contains(measure) && indicator.accumulation != .point {
      report(row.line, "accumulation", indicator.accumulation.rawValue, "point, as for every \(measure.rawValue)")
    }
    if measure == .dailyAverage && indicator.accumulation == .point {
      report(row.line, "accumulation", "point", "monthly or cumulative: a level has no days to be divided by")
    }
    if measure != .milestone && row["required_stage"] != nil {
      report(row.line, "required_stage", row["required_stage"] ?? "", "nothing: only a milestone has stages")
    }
    if indicator.requiredStage == .notStarted {
      report(row.line, "required_stage", "not_started", "started or completed")
    }
    if let floor = indicator.behindFloor, floor < .zero { report(row.line, "behind_floor", "\(floor)", "0 or more") }
    if indicator.weight < .zero { report(row.line, "weight", "\(indicator.weight)", "0 or more") }
  }

  private mutating func checkUnits(of indicator: WorkPlan.Indicator, units: Set<String>) {
    if !indicator.leadUnit.isEmpty && !units.contains(indicator.leadUnit) {
      report(indicator.line, "lead_unit", "'\(indicator.leadUnit)'", "a unit of units.csv")
    }
    var seen: Set<String> = []
    for reporter in indicator.reporters {
      if !units.contains(reporter) { report(indicator.line, "reporters", "'\(reporter)'", "units of units.csv") }
      if !seen.insert(reporter).inserted {
        report(indicator.line, "reporters", "'\(reporter)' again", "each reporter once")
      }
    }
  }

  private mutating func checkParts(of indicators: [WorkPlan.Indicator]) {
    let byCode = Dictionary(indicators.map { ($0.code.description, $0) }, uniquingKeysWith: { first, _ in first })
    for indicator in indicators {
      guard let partOf = indicator.partOf else { continue }
      guard let whole = byCode[partOf] else {
        report(indicator.line, "part_of", "'\(partOf)'", "an indicator of this file")
        continue
      }
      if whole.unitOfMeasure != indicator.unitOfMeasure {
        report(
          indicator.line, "part_of", "\(partOf), measured in \(whole.unitOfMeasure ?? "no unit")",
          "an indicator measured in \(indicator.unitOfMeasure ?? "no unit"), as this one is")
      }
      var visited: Set<String> = [indicator.code.description]
      var next = indicator.partOf
      while let code = next {
        guard visited.insert(code).inserted else {
          report(indicator.line, "part_of", "a circle through \(code)", "a whole that is not part of its own part")
          break
        }
        next = byCode[code]?.partOf
      }
    }
  }
}
