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
  /// - Returns: nil on a side where no change of the actual alone leads to another verdict, as under rules 0 to 3.
  public func boundaries(
    of evaluation: Evaluation, _ measurement: Measurement, target: Target?
  ) -> (better: VerdictBoundary?, worse: VerdictBoundary?) {
    guard let ladder = ladder(of: evaluation, measurement), let actual = evaluation.actual?.exact,
      let place = ladder.rungs.firstIndex(where: { $0.reason == evaluation.reason })
    else { return (nil, nil) }
    func boundary(_ verdict: Verdict, from start: Ladder.Start, _ side: VerdictBoundary.Side) -> VerdictBoundary? {
      guard let boundary = self.boundary(at: start, target: target), isPossible(boundary, measurement) else { return nil }
      return VerdictBoundary(verdict: verdict, side: side, actual: boundary, distance: boundary - actual)
    }
    let (better, worse) = ladder.neighbours(of: place)
    return (
      better: better.flatMap { boundary($0.verdict, from: $0.start, direction == .atMost ? .atMost : .atLeast) },
      worse: worse.flatMap {
        boundary($0.verdict, from: ladder.rungs[place].start, direction == .atMost ? .above : .below)
      }
    )
  }

  /// The actual from which a rung is reached; nil where no finite ratio gives it.
  private func boundary(at start: Ladder.Start, target: Target?) -> Fraction? {
    switch start {
    case .nowhere: return nil
    case .infinity: return actual(ofLevel: Fraction(0))
    case .ratio(let ratio):
      guard let required = requiredLevel(of: target) else { return ratio * 100 }
      guard direction == .atMost else { return actual(ofLevel: required * ratio) }
      return ratio.isPositive ? actual(ofLevel: required / ratio) : nil
    }
  }

  /// Whether the figures can come to an actual: a mean of several with one missing stays at 99 or below.
  private func isPossible(_ actual: Fraction, _ measurement: Measurement) -> Bool {
    measure.takesTarget || measurement.reportersWithFigure >= measurement.expectedReporters
      || Fraction(99) >= actual
  }
}
