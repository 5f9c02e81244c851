import Attainment
import Wording

extension WorkPlan {
  /// What differs between this version of a plan and a later one, in words: which indicators, targets, allocations,
  /// reporters and other cells.
  ///
  /// - Parameter later: the later version, of this year or another.
  /// - Returns: differences in plan order; empty where both say the same.
  public func differences(to later: WorkPlan) -> [PlanDifference] {
    let before = Dictionary(indicators.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let now = Dictionary(later.indicators.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var differences = cells(of: "plan", of: sheets, in: later.sheets, key: nil)
    for code in Set(before.keys).union(now.keys).sorted() {
      switch (before[code], now[code]) {
      case (let indicator?, nil): differences.append(.removed(code.description, name: indicator.nameZH))
      case (nil, let indicator?):
        differences.append(.added(code.description, name: indicator.nameZH))
        differences += later.targets.filter { $0.indicator == code.description }.map { $0.added(in: later) }
      case (let one?, let other?):
        differences += one.differences(to: other)
        differences += cells(of: "indicators", of: sheets, in: later.sheets, key: code.description)
        differences += targetDifferences(code.description, later)
      case (nil, nil): break
      }
      differences += allocationDifferences(code.description, later)
    }
    return differences
  }

  /// Cells of a row that differ, by their columns; those that have sentences of their own are left out.
  private func cells(
    of file: String, of one: PlanSheets, in other: PlanSheets, key: String?
  ) -> [PlanDifference] {
    let own: Set<String> = ["lead_unit", "reporters", "indicator"]
    guard let before = one[file], let now = other[file],
      let row = before.rows.first(where: { key == nil || $0.first == key }),
      let changed = now.rows.first(where: { key == nil || $0.first == key })
    else { return [] }
    return zip(before.columns, zip(row, changed)).compactMap { column, cells in
      cells.0 == cells.1 || own.contains(column)
        ? nil : .cell(key ?? "", column: column, file: file, before: cells.0, now: cells.1)
    }
  }

  private func targetDifferences(_ code: String, _ later: WorkPlan) -> [PlanDifference] {
    let before = targets.filter { $0.indicator == code }
    let now = later.targets.filter { $0.indicator == code }
    return before.compactMap { target in
      guard let same = now.first(where: { $0.revision == target.revision }) else {
        return .targetRemoved(code, revision: target.revision, target: text(of: target))
      }
      let (was, becomes) = (text(of: target), later.text(of: same))
      return was == becomes
        ? nil : .targetChanged(code, revision: target.revision, before: was, now: becomes)
    } + now.filter { target in !before.contains { $0.revision == target.revision } }.map { $0.added(in: later) }
  }

  private func allocationDifferences(_ code: String, _ later: WorkPlan) -> [PlanDifference] {
    let before = allocations.filter { $0.indicator == code }
    let now = later.allocations.filter { $0.indicator == code }
    let units = (units.map(\.code) + later.units.map(\.code)).reduce(into: [String]()) { units, unit in
      if !units.contains(unit) { units.append(unit) }
    }
    return units.compactMap { unit in
      let was = before.first { $0.unit == unit }?.value
      let becomes = now.first { $0.unit == unit }?.value
      return was == becomes
        ? nil : .allocation(code, unit: unit, before: was?.description, now: becomes?.description)
    }
  }

  /// A target as it stands in a sentence.
  func text(of target: Target) -> String {
    let unit = indicators.first { $0.code.description == target.indicator }?.unitOfMeasure
    return PlanDifference.target(
      target.value, unit: unit, tolerance: target.tolerance, relativeTo: target.relativeTo)
  }
}

extension WorkPlan.Target {
  fileprivate func added(in plan: WorkPlan) -> PlanDifference {
    .targetAdded(indicator, revision: revision, target: plan.text(of: self), decidedOn: decidedOn)
  }
}

extension WorkPlan.Indicator {
  /// Who leads and who reports, where it differs.
  fileprivate func differences(to later: WorkPlan.Indicator) -> [PlanDifference] {
    let code = code.description
    var differences: [PlanDifference] = []
    if leadUnit != later.leadUnit { differences.append(.lead(code, before: leadUnit, now: later.leadUnit)) }
    let isSame = Set(expectedReporters) == Set(later.expectedReporters)
    if !isSame, !(reporters.isEmpty && later.reporters.isEmpty) {
      differences.append(.reporters(code, before: expectedReporters, now: later.expectedReporters))
    }
    return differences
  }
}
