import Attainment

/// `indicators.csv`: what there is to be measured.
extension PlanTable {
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
    let nameZH = text(row, "name_zh")
    var indicator = WorkPlan.Indicator(
      code: code,
      isLivelihood: boolean(row, "livelihood", else: false), isHeadline: boolean(row, "headline", else: false),
      nameZH: nameZH, nameEN: text(row, "name_en", else: nameZH),
      measure: measure, direction: word(row, "direction"), unitOfMeasure: row["unit_of_measure"],
      accumulation: requiredWord(row, "accumulation", else: .point),
      frequency: requiredWord(row, "frequency", else: .monthly),
      leadUnit: text(row, "lead_unit"),
      reporters: (row["reporters"] ?? "").split(separator: " ").map(String.init),
      partOf: row["part_of"], dueMonth: number(row, "due_month", in: 1...12) ?? 12,
      requiredStage: word(row, "required_stage") ?? (measure == .milestone ? .completed : nil),
      behindFloor: figureFromZero(row, "behind_floor"), weight: figureFromZero(row, "weight") ?? Figure(1),
      note: row["note"], line: row.line)
    indicator.valueUnit = row["value_unit"]
    indicator.denominatorUnit = row["denominator_unit"]
    indicator.scale = figure(row, "scale") ?? Figure(1)
    indicator.continues = row["continues"]
    indicator.pacing = word(row, "pacing") ?? (measure == .milestone ? .atDue : .linear)
    indicator.isWhole = boolean(row, "whole", else: false)
    indicator.dueDay = number(row, "due_day", in: 1...62)
    indicator.plausibleMin = figure(row, "plausible_min")
    indicator.plausibleMax = figure(row, "plausible_max")
    indicator.isReference = boolean(row, "reference", else: false)
    indicator.wording = row["wording"]
    return indicator
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
    var links = Links()
    for indicator in indicators {
      if let whole = indicator.partOf { links.enter(from: indicator.code.description, to: whole) }
    }
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
      if links.isOnCircle(from: indicator.code.description, to: partOf) {
        report(indicator.line, "part_of", "a circle through \(partOf)", "a whole that is not part of its own part")
      }
    }
  }
}
