/// The actual at which a neighbouring verdict begins, everything else staying as it is (method, section 8).
///
/// It is a number that figures can be written with, and that can come to be: in whole things where those are counted, at most
/// 99 where a reporter of a milestone is missing.
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

  /// The verdict on the other side, at the boundary or in the first step behind it.
  public let verdict: Verdict

  /// The side of the boundary on which it holds.
  public let side: Side

  /// The boundary, in the unit of the actual. Of a quotient it is the next number of 6 decimals in the direction of the
  /// movement, so that what it says holds although the quotient has no end.
  public let actual: Figure

  /// How far the actual has to move, in the unit of the actual, with the sign of the movement; rounded away from zero to 6
  /// decimals.
  public let distance: Figure
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
    guard let ladder = ladder(of: evaluation, measurement), let actual = evaluation.actual,
      let place = ladder.rungs.firstIndex(where: { $0.reason == evaluation.reason })
    else { return (nil, nil) }
    let search = BoundarySearch(
      indicator: self, target: target, ladder: ladder, place: place, actual: actual,
      possible: PossibleActuals(of: self, measurement, near: actual))
    return (better: search.better, worse: search.worse)
  }
}

/// Looks for where the verdicts beside the one that was given begin.
private struct BoundarySearch {
  let indicator: Indicator
  let target: Target?
  let ladder: Ladder
  /// The rung of the verdict that was given.
  let place: Int
  let actual: Amount
  let possible: PossibleActuals

  private var isBetterBelow: Bool { indicator.direction == .atMost }

  var better: VerdictBoundary? {
    guard let threshold = ladder.startAbove(place).flatMap(actual(at:)),
      let boundary = isBetterBelow ? possible.greatest(upTo: threshold) : possible.least(from: threshold)
    else { return nil }
    return self.boundary(boundary, isBetterBelow ? .atMost : .atLeast, judgedAt: .figure(boundary))
  }

  var worse: VerdictBoundary? {
    guard let threshold = actual(at: ladder.rungs[place].start),
      let (boundary, next) = isBetterBelow ? possible.leaving(above: threshold) : possible.leaving(below: threshold)
    else { return nil }
    return self.boundary(boundary, isBetterBelow ? .above : .below, judgedAt: next)
  }

  /// The boundary, where the verdict behind it is another.
  private func boundary(_ boundary: Figure, _ side: VerdictBoundary.Side, judgedAt trial: Amount) -> VerdictBoundary? {
    let verdict = ladder.rungs[ladder.place(of: indicator.ratio(of: trial, to: target))].verdict
    guard verdict != ladder.rungs[place].verdict,
      let distance = (Fraction(boundary) - actual.exact).figures(every: .millionth)
    else { return nil }
    let isUpwards = side == .atLeast || side == .above
    return VerdictBoundary(
      verdict: verdict, side: side, actual: boundary, distance: isUpwards ? distance.above : distance.below)
  }

  /// The actual from which a rung is reached; nil where no finite ratio gives it.
  private func actual(at start: Ladder.Start) -> Fraction? {
    switch start {
    case .nowhere: return nil
    case .infinity: return indicator.actual(ofLevel: Fraction(0))
    case .ratio(let ratio):
      guard let required = indicator.requiredLevel(of: target) else { return ratio * 100 }
      guard isBetterBelow else { return indicator.actual(ofLevel: required * ratio) }
      return ratio.isPositive ? indicator.actual(ofLevel: required / ratio) : nil
    }
  }
}
