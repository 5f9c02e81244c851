/// The verdicts that lie open to an indicator whose ratio alone is still in question, best first (method, section 8,
/// rules 4 to 8). The verdict is the first rung reached.
struct Ladder: Sendable {
  /// From where a verdict holds.
  enum Start: Sendable {
    /// From a ratio up.
    case ratio(Fraction)
    /// Only where the ratio is infinite.
    case infinity
    /// From nowhere: whatever the ratio is.
    case nowhere

    /// Whether a ratio reaches it; nil is infinite.
    func isReached(by ratio: Fraction?) -> Bool {
      switch self {
      case .ratio(let least): ratio.map { $0 >= least } ?? true
      case .infinity: ratio == nil
      case .nowhere: true
      }
    }
  }

  /// One verdict, and from where it holds.
  struct Rung: Sendable {
    /// The verdict.
    let verdict: Verdict
    /// Why it is the verdict.
    let reason: Reason
    /// From where it holds.
    let start: Start

    init(_ verdict: Verdict, _ reason: Reason, _ start: Start = .nowhere) {
      self.verdict = verdict
      self.reason = reason
      self.start = start
    }
  }

  /// The rungs, best first; the last holds from nowhere.
  let rungs: [Rung]

  /// The rungs of an indicator at a figure period.
  ///
  /// - Parameters:
  ///   - indicator: what is judged.
  ///   - expected: expected progress in percent.
  ///   - overdue: the verdict and the reason where the latest due period is not in; nil where it is.
  ///   - isFinal: whether the figures of the due month are in, all of them.
  init(of indicator: Indicator, expected: Fraction, overdue: (verdict: Verdict, reason: Reason)?, isFinal: Bool) {
    let met = Start.ratio(Fraction(1))
    var rungs: [Rung] = []
    if indicator.growsTowardsTarget { rungs.append(Rung(.attained, .reachedForGood, met)) }
    // A limit that is passed is passed for good, whatever else there is to say.
    let least = indicator.staysBelowLimit ? met : .nowhere
    if let overdue {
      rungs.append(Rung(overdue.verdict, overdue.reason, least))
    } else if isFinal {
      rungs.append(Rung(.attained, .metWhenDue, met))
      if !indicator.staysBelowLimit { rungs.append(Rung(.missed, .missedWhenDue)) }
    } else {
      rungs += Self.paced(indicator, expected: expected, least: least)
    }
    if indicator.staysBelowLimit { rungs.append(Rung(.missed, .exceededForGood)) }
    self.rungs = rungs
  }

  /// The rungs of rule 8.
  private static func paced(_ indicator: Indicator, expected: Fraction, least: Start) -> [Rung] {
    let floor = Fraction(indicator.floor)
    guard indicator.direction == .atMost else {
      guard !expected.isZero else { return [Rung(.onTrack, .nothingExpected)] }
      return [
        Rung(.onTrack, .onSchedule, .ratio(expected / Fraction(100))),
        Rung(.behind, .aboveFloor, .ratio(expected * floor / Fraction(10_000))),
        Rung(.offTrack, .belowFloor, least),
      ]
    }
    // Where nothing is allowed yet, whatever there is has the pace 0.
    guard !expected.isZero else {
      return [
        Rung(.onTrack, .nothingExpected, .infinity),
        floor.isZero ? Rung(.behind, .aboveFloor, least) : Rung(.offTrack, .belowFloor, least),
      ]
    }
    // Below 1 a total's limit is passed, whatever its pace.
    func start(_ ratio: Fraction) -> Start {
      indicator.staysBelowLimit && ratio < Fraction(1) ? .ratio(Fraction(1)) : .ratio(ratio)
    }
    return [
      Rung(.onTrack, .onSchedule, start(Fraction(100) / expected)),
      Rung(.behind, .aboveFloor, start(floor / expected)),
      Rung(.offTrack, .belowFloor, least),
    ]
  }

  /// The place of the first rung that a ratio reaches.
  ///
  /// - Parameter ratio: attainment as a ratio; nil where it is infinite.
  /// - Returns: an index of ``rungs``.
  func place(of ratio: Fraction?) -> Int {
    rungs.firstIndex { $0.start.isReached(by: ratio) } ?? rungs.count - 1
  }

  /// From where a better rung than that of a place is reached: the nearest start above it.
  ///
  /// - Returns: nil where none is better.
  func startAbove(_ place: Int) -> Start? {
    rungs[..<place].map(\.start).reduce(nil) { nearest, start in
      if case .ratio(let least) = nearest, case .ratio(let ratio) = start, ratio >= least { return nearest }
      return start
    }
  }
}
