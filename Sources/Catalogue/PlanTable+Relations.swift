import Attainment

/// Targets that follow another indicator's actual (method, section 6).
extension PlanTable {
  /// Checks what each target is relative to, and that no chain of them, over all revisions, comes back to its beginning.
  mutating func checkRelations(
    of targets: [WorkPlan.Target], lines: [Int], indicators: [String: WorkPlan.Indicator]
  ) {
    var links = Links()
    for target in targets {
      if let other = target.relativeTo { links.enter(from: target.indicator, to: other) }
    }
    for (target, line) in zip(targets, lines) {
      guard let relativeTo = target.relativeTo, let indicator = indicators[target.indicator] else { continue }
      guard let other = indicators[relativeTo] else {
        report(line, "relative_to", "'\(relativeTo)'", "an indicator of indicators.csv")
        continue
      }
      if indicator.measure == .total {
        report(
          line, "relative_to", relativeTo, "nothing: a total is not met at any date, as what follows another must be")
      } else if indicator.measure.takesTarget && !indicator.isComparable(with: other) {
        report(line, "relative_to", "\(relativeTo), \(other.kindOfActual)", "an indicator of \(indicator.kindOfActual)")
      }
      if links.isOnCircle(from: target.indicator, to: relativeTo) {
        report(line, "relative_to", "a circle through \(relativeTo)", "one that does not follow this one itself")
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

  fileprivate var kindOfActual: String {
    if measure.isPercentChange { return "percent changes" }
    if measure == .share { return "shares" }
    return measure.takesTarget ? "levels in \(unitOfMeasure ?? "no unit")" : "work without a value"
  }
}
