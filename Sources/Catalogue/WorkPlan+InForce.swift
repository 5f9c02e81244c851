import Attainment

extension WorkPlan {
  /// The target of each indicator that has one, as it is in force on a day: the highest revision decided by then, or the
  /// first where none was (method, section 3).
  ///
  /// - Parameter day: a day in the plan's time zone.
  /// - Returns: the targets by the indicator's code.
  public func targets(inForceOn day: Day) -> [String: Target] {
    targets.reduce(into: [:]) { inForce, target in
      guard target.decidedOn <= day || target.revision == 1 else { return }
      if let other = inForce[target.indicator], other.revision > target.revision { return }
      inForce[target.indicator] = target
    }
  }

  /// What the method must know of each indicator to judge it, in the plan's order.
  public var definitions: [Attainment.Indicator] {
    let profiles = Dictionary(grouping: profiles, by: \.indicator).mapValues { points in
      Profile(
        cumulativePercentages: points.reduce(into: [:]) { byMonth, point in
          if case .percentage(let percentage) = point.expected { byMonth[point.month] = percentage }
        })
    }
    return indicators.map { indicator in
      Attainment.Indicator(
        measure: indicator.measure, direction: indicator.direction, accumulation: indicator.accumulation,
        frequency: indicator.frequency, dueMonth: indicator.dueMonth,
        requiredStage: indicator.requiredStage ?? .completed, profile: profiles[indicator.code.description],
        behindFloor: indicator.behindFloor ?? floors[indicator.measure], scale: indicator.scale)
    }
  }
}
