/// The verdicts that lie open to an indicator whose ratio alone is still in question, best first (method, section 8,
/// rules 4 to 8). The verdict is the first rung reached.
struct Ladder: Sendable {
  /// One verdict, and from where it holds.
  struct Rung: Sendable {
    /// The verdict.
    let verdict: Verdict
    /// Why it is the verdict.
    let reason: Reason
    /// The ratio from which it holds; nil where it holds from nowhere up, as on the last rung.
    let ratio: Fraction?

    init(_ verdict: Verdict, _ reason: Reason, from ratio: Fraction? = nil) {
      self.verdict = verdict
      self.reason = reason
      self.ratio = ratio
    }
  }

  /// The rungs, best first; the last holds from nowhere.
  let rungs: [Rung]

  /// The rungs of an indicator at a figure period.
  ///
  /// - Parameters:
  ///   - indicator: what is judged.
  ///   - expected: expected progress in percent.
  ///   - isOverdue: whether the latest due period is not in.
  ///   - isFinal: whether the due month has come with all its figures.
  init(of indicator: Indicator, expected: Fraction, isOverdue: Bool, isFinal: Bool) {
    let met = Fraction(1)
    var rungs: [Rung] = []
    if indicator.growsTowardsTarget { rungs.append(Rung(.attained, .reachedForGood, from: met)) }
    let staysBelowLimit = indicator.measure == .total && indicator.direction == .atMost
    if isOverdue {
      rungs.append(Rung(.overdue, .latestPeriodOutstanding, from: staysBelowLimit ? met : nil))
    } else if isFinal {
      rungs.append(Rung(.attained, .metWhenDue, from: met))
      if !staysBelowLimit { rungs.append(Rung(.missed, .missedWhenDue)) }
    } else if expected.isZero {
      rungs.append(Rung(.onTrack, .nothingExpected))
    } else {
      rungs.append(Rung(.onTrack, .onSchedule, from: expected / Fraction(100)))
      if !staysBelowLimit {
        rungs.append(Rung(.behind, .aboveFloor, from: expected * Fraction(indicator.floor) / Fraction(10_000)))
        rungs.append(Rung(.offTrack, .belowFloor))
      }
    }
    if staysBelowLimit { rungs.append(Rung(.missed, .exceededForGood)) }
    self.rungs = rungs
  }

  /// The place of the first rung that a ratio reaches.
  ///
  /// - Parameter ratio: attainment as a ratio; nil where it is infinite.
  /// - Returns: an index of ``rungs``.
  func place(of ratio: Fraction?) -> Int {
    rungs.firstIndex { rung in
      guard let least = rung.ratio, let ratio else { return true }
      return ratio >= least
    } ?? rungs.count - 1
  }

  /// The nearest better rung that a ratio below a place can reach, and the nearest worse one.
  ///
  /// A rung that begins no lower than one above it is never reached.
  func neighbours(of place: Int) -> (better: Rung?, worse: Rung?) {
    var reachable: [Int] = []
    for (index, rung) in rungs.enumerated() {
      if let ratio = rung.ratio, let above = reachable.last.flatMap({ rungs[$0].ratio }), ratio >= above { continue }
      reachable.append(index)
    }
    guard let here = reachable.firstIndex(of: place) else { return (nil, nil) }
    return (
      better: here > 0 ? rungs[reachable[here - 1]] : nil,
      worse: here + 1 < reachable.count ? rungs[reachable[here + 1]] : nil
    )
  }
}
