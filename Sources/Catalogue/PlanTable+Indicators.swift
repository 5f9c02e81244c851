import Attainment
import Wording

/// `indicators.csv`: what there is to be measured.
extension PlanTable {
  mutating func indicators(units: UnitNames, sections: Set<Int>?) -> [WorkPlan.Indicator] {
    var seen: Set<String> = []
    var indicators: [WorkPlan.Indicator] = []
    for row in rows {
      let codeText = text(row, "indicator")
      guard let code = IndicatorCode(codeText) else {
        if !codeText.isEmpty { reportCode(row, "indicator", codeText, nil) }
        isWhole = false
        continue
      }
      if !seen.insert(codeText).inserted { report(row.line, "indicator", .repeated(codeText, .indicator)) }
      if let sections, !sections.contains(code.section) {
        report(row.line, "indicator", .unknownSection(code.section))
      }
      let count = faults.count
      var indicator = indicator(row, code: code)
      resolveUnits(of: &indicator, units: units)
      // What does not go with a measure that is none is no fault of its own.
      if isWord(row, "measure", indicator.measure) { checkShape(of: indicator, row: row) }
      // What refers to a row with a fault is not held against it.
      if faults.count > count { spoilt.insert(codeText) }
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
      reporters: (row["reporters"] ?? "").split(whereSeparator: PlanWord.listMarks.contains).map(String.init),
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

  /// Puts the codes of units in the place of their names.
  private mutating func resolveUnits(of indicator: inout WorkPlan.Indicator, units: UnitNames) {
    if !indicator.leadUnit.isEmpty {
      indicator.leadUnit = unit(indicator.leadUnit, units, indicator.line, "lead_unit", .unit)
    }
    var seen: Set<String> = []
    for (place, name) in indicator.reporters.enumerated() {
      let reporter = unit(name, units, indicator.line, "reporters", .units)
      indicator.reporters[place] = reporter
      if !seen.insert(reporter).inserted {
        report(indicator.line, "reporters", .repeated(reporter, quoted: true, .reporter))
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
        if isWhole { report(indicator.line, "part_of", .unknown(partOf, .indicatorOfFile)) }
        continue
      }
      if whole.unitOfMeasure != indicator.unitOfMeasure {
        report(
          indicator.line, "part_of",
          .wholeInOtherUnit(partOf, whole.unitOfMeasure, wanted: indicator.unitOfMeasure))
      }
      if links.isOnCircle(from: indicator.code.description, to: partOf) {
        report(indicator.line, "part_of", .circleOfParts(through: partOf))
      }
    }
  }
}
