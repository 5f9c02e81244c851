import Attainment
import Wording

/// `profiles.csv`: what is expected by when (method, section 7).
extension PlanTable {
  /// A point of a profile with its line.
  private struct Placed {
    let point: WorkPlan.ProfilePoint
    let line: Int

    var isAmount: Bool {
      if case .amount = point.expected { true } else { false }
    }

    var figure: Figure {
      switch point.expected {
      case .percentage(let figure), .amount(let figure): figure
      }
    }

    var column: String { isAmount ? "cumulative_value" : "cumulative_pct" }
  }

  mutating func profiles(
    of indicators: KnownIndicators, targets: [String: [WorkPlan.Target]]
  ) -> [WorkPlan.ProfilePoint] {
    var points: [WorkPlan.ProfilePoint] = []
    var profiles: [String: [Placed]] = [:]
    for row in rows {
      guard let indicator = known(row, indicators) else { continue }
      let code = indicator.code.description
      let month = requiredNumber(row, "month", in: 1...12)
      guard let expected = expected(row) else { continue }
      if profiles[code, default: []].contains(where: { $0.point.month == month }) {
        report(row.line, "month", .repeated("\(month)", .month(of: code)))
      }
      let point = WorkPlan.ProfilePoint(indicator: code, month: month, expected: expected)
      points.append(point)
      profiles[code, default: []].append(Placed(point: point, line: row.line))
    }
    for (code, profile) in profiles {
      guard let indicator = indicators.byCode[code] else { continue }
      check(profile, of: indicator, targets: targets[code] ?? [])
    }
    return points
  }

  private mutating func expected(_ row: Row) -> WorkPlan.ProfilePoint.Expected? {
    switch (row["cumulative_pct"], row["cumulative_value"]) {
    case (nil, nil): report(row.line, "cumulative_pct", .noExpectation)
    case (.some, .some):
      report(row.line, "cumulative_value", .twoExpectations)
    case (.some, nil): return figure(row, "cumulative_pct").map { .percentage($0) }
    case (nil, .some): return figure(row, "cumulative_value").map { .amount($0) }
    }
    return nil
  }

  private mutating func check(
    _ profile: [Placed], of indicator: WorkPlan.Indicator, targets: [WorkPlan.Target]
  ) {
    guard let first = profile.first else { return }
    for placed in profile where placed.isAmount != first.isAmount {
      report(
        placed.line, placed.column, .mixedProfile(placed.figure, amounts: first.isAmount, line: first.line))
      return
    }
    if first.isAmount { checkAmounts(first, of: indicator, targets: targets) }
    if indicator.measure.growsOverYear {
      checkGrowth(profile, of: indicator, end: first.isAmount ? targets.first { $0.revision == 1 }?.value : Figure(100))
    } else if !first.isAmount {
      for placed in profile where placed.figure < .zero {
        report(placed.line, placed.column, .belowZero(placed.figure))
      }
    }
  }

  /// Amounts are divided by the target, whatever revision is in force.
  private mutating func checkAmounts(
    _ first: Placed, of indicator: WorkPlan.Indicator, targets: [WorkPlan.Target]
  ) {
    let code = indicator.code.description
    let obstacle: FaultText.AmountObstacle? =
      if indicator.measure.isPercentChange || !indicator.measure.takesTarget {
        .measure(indicator.measure)
      } else if targets.contains(where: { $0.relativeTo != nil }) {
        .follows(code)
      } else if targets.contains(where: { $0.value == .zero }) {
        .zero(code)
      } else if indicator.measure == .total && targets.isEmpty {
        .noTarget(code)
      } else {
        nil
      }
    if let obstacle { report(first.line, "cumulative_value", .amounts(obstacle)) }
  }

  /// What grows over the year never falls, and comes to its end in the due month.
  private mutating func checkGrowth(_ profile: [Placed], of indicator: WorkPlan.Indicator, end: Figure?) {
    let code = indicator.code
    let sorted = profile.sorted { $0.point.month < $1.point.month }
    for placed in sorted {
      if placed.figure < .zero || !placed.isAmount && Figure(100) < placed.figure {
        report(placed.line, placed.column, .expected(placed.figure, isAmount: placed.isAmount))
      }
    }
    for (earlier, later) in zip(sorted, sorted.dropFirst()) where later.figure < earlier.figure {
      report(
        later.line, later.column, .fall(from: earlier.figure, to: later.figure, of: code.description))
    }
    guard let end, let last = sorted.last else { return }
    let due = sorted.last { $0.point.month <= indicator.dueMonth }
    if due?.figure != end {
      report(
        (due ?? last).line, last.column,
        .noEnd(
          due?.figure ?? .zero, month: indicator.dueMonth, wanted: end, of: code.description, isAmount: last.isAmount))
    }
  }
}

extension Measure {
  /// Whether a profile tells how the work of the year grows, and not how a level moves.
  fileprivate var growsOverYear: Bool { self == .total || !takesTarget }
}
