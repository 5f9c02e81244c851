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
    let profiles = Dictionary(grouping: profiles, by: \.indicator).mapValues {
      Profile($0.map { ($0.month, $0.expected) })
    }
    return indicators.map { indicator in
      Attainment.Indicator(
        measure: indicator.measure, direction: indicator.direction, accumulation: indicator.accumulation,
        frequency: indicator.frequency, dueMonth: indicator.dueMonth,
        requiredStage: indicator.requiredStage ?? .completed, profile: profiles[indicator.code.description],
        pacing: indicator.pacing, isWhole: indicator.isWhole, scale: indicator.scale,
        isReference: indicator.isReference, behindFloor: indicator.behindFloor ?? floors[indicator.measure])
    }
  }
}

extension WorkPlan.Target {
  /// The target that is judged by, with its tolerance; nil where it is relative to another indicator, whose actual makes it.
  public var fixed: Attainment.Target? {
    relativeTo == nil ? Attainment.Target(value, tolerance: tolerance ?? .zero) : nil
  }
}

extension Profile {
  /// The profile of an indicator's points, which are all of one kind.
  fileprivate init(_ points: [(month: Int, expected: WorkPlan.ProfilePoint.Expected)]) {
    var kind = Kind.percentages
    var byMonth: [Int: Figure] = [:]
    for point in points {
      switch point.expected {
      case .percentage(let figure): byMonth[point.month] = figure
      case .amount(let figure):
        kind = .amounts
        byMonth[point.month] = figure
      }
    }
    self.init(kind, byMonth)
  }
}
