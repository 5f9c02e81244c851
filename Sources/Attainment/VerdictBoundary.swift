/// The actual at which a neighbouring verdict begins, everything else staying as it is (method, section 8).
public struct VerdictBoundary: Sendable {
  /// On which side of the boundary the verdict holds.
  public enum Side: String, Sendable, CaseIterable {
    /// At the boundary and above it.
    case atLeast = "at_least"
    /// At the boundary and below it.
    case atMost = "at_most"
    /// Above the boundary only.
    case above
    /// Below the boundary only.
    case below
  }

  /// The verdict on the other side.
  public let verdict: Verdict

  /// The side of the boundary on which it holds.
  public let side: Side

  /// The boundary, in the unit of the actual.
  public let actual: Fraction

  /// How far the actual has to move, in the unit of the actual, with the sign of the movement.
  public let distance: Fraction
}

extension Indicator {
  /// The boundaries to the next better and to the next worse verdict.
  ///
  /// - Parameters:
  ///   - evaluation: what `evaluate` gave for the same measurement and target.
  ///   - measurement: what the figures add up to.
  ///   - target: the target or allocation that applies.
  /// - Returns: nil on a side where no change of the actual alone leads to another verdict, as under rules 1 to 3.
  public func boundaries(
    of evaluation: Evaluation, _ measurement: Measurement, target: Figure?
  ) -> (better: VerdictBoundary?, worse: VerdictBoundary?) {
    guard evaluation.rule > 3, let actual = evaluation.actual?.exact, let expected = evaluation.expected else {
      return (nil, nil)
    }
    let isOverdue = measurement.figurePeriod != measurement.latestDue
    let isFinal = measurement.reportedMonth >= dueMonth && !evaluation.isProvisional
    let rungs = rungs(expected: expected, isOverdue: isOverdue, isFinal: isFinal)
    guard let place = rungs.firstIndex(where: { $0.verdict == evaluation.verdict }) else { return (nil, nil) }
    var better: VerdictBoundary?
    if place > 0, let ratio = rungs[place - 1].ratio, let boundary = boundary(at: ratio, target: target) {
      better = VerdictBoundary(
        verdict: rungs[place - 1].verdict, side: direction == .atMost ? .atMost : .atLeast, actual: boundary,
        distance: boundary - actual)
    }
    var worse: VerdictBoundary?
    if place + 1 < rungs.count, let ratio = rungs[place].ratio, let boundary = boundary(at: ratio, target: target) {
      worse = VerdictBoundary(
        verdict: rungs[place + 1].verdict, side: direction == .atMost ? .above : .below, actual: boundary,
        distance: boundary - actual)
    }
    return (better, worse)
  }

  /// The verdicts that the ratio alone decides between, best first, each with the ratio from which it holds; the last
  /// holds from nowhere.
  private func rungs(
    expected: Fraction, isOverdue: Bool, isFinal: Bool
  ) -> [(verdict: Verdict, ratio: Fraction?)] {
    let met = Fraction(1)
    var rungs: [(verdict: Verdict, ratio: Fraction?)] = []
    if growsTowardsTarget { rungs.append((.attained, met)) }
    if measure == .total && direction == .atMost {
      rungs.append((isOverdue ? .overdue : isFinal ? .attained : .onTrack, met))
      rungs.append((.missed, nil))
    } else if isOverdue {
      rungs.append((.overdue, nil))
    } else if isFinal {
      if !growsTowardsTarget { rungs.append((.attained, met)) }
      rungs.append((.missed, nil))
    } else if expected.isZero {
      rungs.append((.onTrack, nil))
    } else {
      rungs.append((.onTrack, expected / Fraction(100)))
      rungs.append((.behind, expected * Fraction(floor) / Fraction(10_000)))
      rungs.append((.offTrack, nil))
    }
    // A verdict that begins no lower than the one above it is never reached.
    return rungs.reduce(into: []) { reachable, rung in
      if let ratio = rung.ratio, let above = reachable.last?.ratio, ratio >= above { return }
      reachable.append(rung)
    }
  }

  /// The actual of a ratio; nil where no finite one gives it.
  private func boundary(at ratio: Fraction, target: Figure?) -> Fraction? {
    guard measure.takesTarget else { return ratio * 100 }
    guard let target else { return nil }
    let required = measure.takesBase ? factor(of: target) : Fraction(target)
    let level: Fraction
    if direction == .atMost {
      guard ratio.isPositive else { return nil }
      level = required / ratio
    } else {
      level = required * ratio
    }
    return measure.takesBase ? (level - Fraction(1)) * 100 : level
  }
}
