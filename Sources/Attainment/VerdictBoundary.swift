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
    guard let ladder = ladder(of: evaluation, measurement), let actual = evaluation.actual?.exact,
      let place = ladder.rungs.firstIndex(where: { $0.reason == evaluation.reason })
    else { return (nil, nil) }
    func boundary(_ verdict: Verdict, from ratio: Fraction?, _ side: VerdictBoundary.Side) -> VerdictBoundary? {
      guard let ratio, let boundary = self.boundary(at: ratio, target: target) else { return nil }
      return VerdictBoundary(verdict: verdict, side: side, actual: boundary, distance: boundary - actual)
    }
    let (better, worse) = ladder.neighbours(of: place)
    return (
      better: better.flatMap { boundary($0.verdict, from: $0.ratio, direction == .atMost ? .atMost : .atLeast) },
      worse: worse.flatMap {
        boundary($0.verdict, from: ladder.rungs[place].ratio, direction == .atMost ? .above : .below)
      }
    )
  }

  /// The actual of a ratio; nil where no finite one gives it.
  private func boundary(at ratio: Fraction, target: Figure?) -> Fraction? {
    guard measure.takesTarget else { return ratio * 100 }
    guard let target else { return nil }
    let required = measure.isPercentChange ? factor(of: target) : Fraction(target)
    let level: Fraction
    if direction == .atMost {
      guard ratio.isPositive else { return nil }
      level = required / ratio
    } else {
      level = required * ratio
    }
    return measure.isPercentChange ? (level - Fraction(1)) * 100 : level
  }
}
