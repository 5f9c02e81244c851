import Attainment

/// The files that say who and under which headings: units and sections.
extension PlanTable {
  mutating func units() -> [WorkPlan.Unit] {
    var seen: Set<String> = []
    var units: [WorkPlan.Unit] = []
    var lines: [Int] = []
    for row in rows {
      let nameZH = text(row, "name_zh")
      let unit = WorkPlan.Unit(
        code: code(row, "unit"), kind: requiredWord(row, "kind", else: .other), nameZH: nameZH,
        nameEN: text(row, "name_en", else: nameZH), shortZH: row["short_zh"])
      if !seen.insert(unit.code).inserted { report(row.line, "unit", .repeated(unit.code, quoted: true, .unit)) }
      units.append(unit)
      lines.append(row.line)
    }
    checkShortNames(of: units, lines: lines)
    return units
  }

  /// Departments write the short name in their files, so it must tell one unit.
  private mutating func checkShortNames(of units: [WorkPlan.Unit], lines: [Int]) {
    for (place, unit) in units.enumerated() {
      guard let short = unit.shortZH else { continue }
      let isTaken = units.enumerated().contains { $0 != place && ($1.nameZH == short || $1.shortZH == short) }
      if isTaken { report(lines[place], "short_zh", .repeated(short, quoted: true, .shortName)) }
    }
  }

  mutating func sections() -> [WorkPlan.Section] {
    var seen: Set<Int> = []
    var sections: [WorkPlan.Section] = []
    for row in rows {
      let titleZH = text(row, "title_zh")
      let section = WorkPlan.Section(
        number: requiredNumber(row, "section", in: 1...9999), titleZH: titleZH,
        titleEN: text(row, "title_en", else: titleZH))
      if !seen.insert(section.number).inserted {
        report(row.line, "section", .repeated("\(section.number)", .section))
      }
      sections.append(section)
    }
    return sections
  }
}
