import Attainment
import Wording

/// Targets that follow another indicator's actual (method, section 6).
extension PlanTable {
  /// Checks what each target is relative to, and that no chain of them, over all revisions, comes back to its beginning.
  mutating func checkRelations(
    of targets: [WorkPlan.Target], lines: [Int], indicators: [String: WorkPlan.Indicator], isComplete: Bool
  ) {
    var links = Links()
    for target in targets {
      if let other = target.relativeTo { links.enter(from: target.indicator, to: other) }
    }
    for (target, line) in zip(targets, lines) {
      guard let relativeTo = target.relativeTo, let indicator = indicators[target.indicator] else { continue }
      guard let other = indicators[relativeTo] else {
        if isComplete { report(line, "relative_to", .unknown(relativeTo, .indicator)) }
        continue
      }
      if indicator.measure == .total {
        report(line, "relative_to", .totalFollows(relativeTo))
      } else if indicator.measure.takesTarget && !indicator.isComparable(with: other) {
        report(line, "relative_to", .notComparable(relativeTo, other.kindOfActual, wanted: indicator.kindOfActual))
      }
      if links.isOnCircle(from: target.indicator, to: relativeTo) {
        report(line, "relative_to", .circleOfTargets(through: relativeTo))
      }
    }
  }
}

extension WorkPlan.Indicator {
  /// Whether the actuals of two indicators are of one kind, so that one less the other says something.
  fileprivate func isComparable(with other: WorkPlan.Indicator) -> Bool {
    if measure.isPercentChange || other.measure.isPercentChange {
      return measure.isPercentChange && other.measure.isPercentChange
    }
    if measure == .share || other.measure == .share { return measure == other.measure }
    return other.measure.takesTarget && unitOfMeasure == other.unitOfMeasure
  }

  fileprivate var kindOfActual: FaultText.ActualKind {
    if measure.isPercentChange { return .percentChanges }
    if measure == .share { return .shares }
    return measure.takesTarget ? .levels(unitOfMeasure) : .work
  }
}
