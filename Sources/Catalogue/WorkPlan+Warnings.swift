import Attainment
import Wording

extension WorkPlan {
  /// What its maker should look at, although nothing of it keeps the plan from being loaded.
  ///
  /// - Parameter lastYear: the plan of the year before, to see which codes mean something else now.
  /// - Returns: warnings in plan order, those of units last.
  public func warnings(lastYear: WorkPlan? = nil) -> [PlanWarning] {
    let promised = Dictionary(grouping: targets, by: \.indicator)
    let allocated = Dictionary(grouping: allocations, by: \.indicator)
    let earlier = Dictionary(
      (lastYear?.indicators ?? []).map { ($0.code.description, $0) }, uniquingKeysWith: { first, _ in first })
    return indicators.flatMap { indicator in
      let code = indicator.code.description
      return pacingWarnings(of: indicator, hasTarget: promised[code] != nil)
        + [
          allocationWarning(of: indicator, targets: promised[code] ?? [], allocations: allocated[code] ?? []),
          indicator.isHeadline && indicator.measure.takesTarget && indicator.plausibleMin == nil
            && indicator.plausibleMax == nil ? .noBounds(code) : nil,
          meaningWarning(of: indicator, before: earlier[code]),
        ].compactMap(\.self)
    } + postWarnings
  }

  private func pacingWarnings(of indicator: Indicator, hasTarget: Bool) -> [PlanWarning] {
    let code = indicator.code.description
    if indicator.measure.takesTarget && !indicator.isReference && !hasTarget { return [.noTarget(code)] }
    var warnings: [PlanWarning] = []
    if !indicator.frequency.duePeriods.contains(indicator.dueMonth) {
      warnings.append(.noFigureWhenDue(code, month: indicator.dueMonth))
    }
    let isRare = indicator.frequency == .annual || indicator.frequency == .halfYearly
    if isRare && indicator.measure.isPaced && indicator.pacing == .linear { warnings.append(.rarelyReported(code)) }
    return warnings
  }

  private func allocationWarning(
    of indicator: Indicator, targets: [Target], allocations: [Allocation]
  ) -> PlanWarning? {
    guard indicator.measure == .total || indicator.measure == .stock, !allocations.isEmpty,
      let target = targets.max(by: { $0.revision < $1.revision }), target.relativeTo == nil
    else { return nil }
    let sum = allocations.reduce(Figure.zero) { $0 + $1.value }
    let code = indicator.code.description
    if target.value < sum { return .allocationsBeyond(code, sum: sum.description, target: target.value.description) }
    return sum < target.value
      ? .allocationsShort(code, sum: sum.description, target: target.value.description) : nil
  }

  private func meaningWarning(of indicator: Indicator, before: Indicator?) -> PlanWarning? {
    guard let before, indicator.continues != indicator.code.description, before.nameZH != indicator.nameZH else {
      return nil
    }
    return .otherMeaning(indicator.code.description, before: before.nameZH, now: indicator.nameZH)
  }

  private var postWarnings: [PlanWarning] {
    let withPost = Set(responsibilities.filter { $0.post != nil }.compactMap(\.unit))
    let led = Dictionary(grouping: indicators, by: \.leadUnit)
    return units.compactMap { unit in
      guard let indicators = led[unit.code], !withPost.contains(unit.code) else { return nil }
      return .noPost(unit: unit.shortZH ?? unit.nameZH, indicators: indicators.count)
    }
  }
}
