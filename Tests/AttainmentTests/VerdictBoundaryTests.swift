import Testing

@testable import Attainment

/// Numbers that look random and are the same in every run (a linear congruence).
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 32
  }
}

/// An indicator whose figures can be made to come to any actual, bases and denominators being 1 or 100.
private struct Trial {
  let indicator: Indicator
  let target: Target?
  let month: Int
  let latestDue: Int
  let isProvisional: Bool
  let reporters: Int
  let expectedReporters: Int

  func measurement(_ actual: Figure) -> Measurement {
    var measurement = Measurement(
      reportedMonth: 12, figurePeriod: month, latestDue: latestDue, days: 1, reportersWithFigure: reporters,
      expectedReporters: expectedReporters, coverageAccepted: isProvisional ? 1 : 2, coverageDue: 2)
    let isGrowth = indicator.measure.takesBase
    measurement.value = isGrowth ? actual + Figure(100) : actual
    measurement.denominator = indicator.measure == .share ? Figure(100) : Figure(1)
    (measurement.baseValue, measurement.baseDenominator) = (Figure(100), Figure(1))
    if !indicator.measure.takesTarget {
      measurement.progressSum = Figure(millionths: actual.millionths * Int128(reporters))
    }
    return measurement
  }

  func evaluation(_ actual: Figure) -> Evaluation { indicator.evaluate(measurement(actual), target: target) }

  func verdict(_ actual: Figure) -> Verdict { evaluation(actual).verdict }

  func boundaries(_ actual: Figure) -> (better: VerdictBoundary?, worse: VerdictBoundary?) {
    indicator.boundaries(of: evaluation(actual), measurement(actual), target: target)
  }

  /// The verdict right before 100 of a milestone whose last reporter is not there yet.
  var verdictBeforeDone: Verdict {
    var measurement = measurement(Figure(100))
    measurement.progressSum = Figure(100 * reporters - 1)
    return indicator.evaluate(measurement, target: target).verdict
  }

  /// The greatest and the least actual that matter, the better first.
  var extremes: (best: Figure, worst: Figure) {
    guard indicator.measure.takesTarget else {
      return (best: reporters < expectedReporters ? Figure(99) : Figure(100), worst: .zero)
    }
    let (high, low) = (Figure(1_000_000_000), Figure(-1_000_000_000))
    return indicator.direction == .atMost ? (best: low, worst: high) : (best: high, worst: low)
  }
}

extension Trial {
  init(_ measure: Measure, _ dice: inout Dice) {
    func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &dice)] }
    let direction: Direction? =
      !measure.takesTarget ? nil : pick(measure == .stock ? [.atLeast, .atMost, .maintain] : [.atLeast, .atMost])
    let isWhole = (measure == .total || measure == .stock) && pick([true, false])
    let isFlat = direction == .atMost || !measure.isPaced
    let profile = pick([
      nil, nil, Profile(.percentages, [1: pick([Figure(0), Figure(20)]), 5: Figure(55), 12: Figure(100)]),
    ])
    indicator = Indicator(
      measure: measure, direction: direction, accumulation: .point, frequency: .monthly,
      dueMonth: pick([6, 9, 12, 12]),
      profile: profile, pacing: isFlat ? .linear : pick([.linear, .atDue]), isWhole: isWhole,
      behindFloor: pick([nil, nil, .zero, Figure(80), Figure(100)]))
    let value = Figure(millionths: Int128.random(in: 10_000...90_000_000, using: &dice))
    let tolerance = pick([Figure.zero, .zero, Figure(millionths: Int128.random(in: 0...9_000, using: &dice))])
    target =
      if !measure.takesTarget { nil } else if isWhole {
        Target(
          Figure(Int.random(in: (direction == .atMost ? 0 : 3)...40, using: &dice)), tolerance: Figure(pick([0, 1])))
      } else if direction == .atMost && pick([true, false, false]) {
        Target(.zero, tolerance: pick([.zero, tolerance]))
      } else if measure != .total && pick([true, false]) {
        Target(.fraction(Fraction(value, over: Figure(7))), tolerance: .zero)
      } else { Target(value, tolerance: tolerance) }
    month = Int.random(in: 1...12, using: &dice)
    latestDue = pick([month, month, min(12, month + 1)])
    isProvisional = pick([true, false])
    expectedReporters = pick([1, 2, 3])
    reporters = pick([expectedReporters, Int.random(in: 1...expectedReporters, using: &dice)])
  }

  func anActual(_ dice: inout Dice) -> Figure {
    guard indicator.measure.takesTarget else {
      return Figure(
        millionths: Int128.random(in: 0...(reporters < expectedReporters ? 99 : 100), using: &dice) * 1_000_000)
    }
    if indicator.isWhole { return Figure(Int.random(in: -1...45, using: &dice)) }
    return Figure(millionths: Int128.random(in: -5_000_000...99_000_000, using: &dice))
  }
}

@Suite("How far the next verdict is")
struct VerdictBoundaryTests {
  @Test(
    "at a boundary the verdict is the one it names, one step before it the one there was", arguments: Measure.allCases)
  func boundariesHold(_ measure: Measure) {
    var dice = Dice(state: UInt64(measure.rawValue.utf8.count) &* 7_919 &+ 2020)
    var crossed = 0
    for _ in 0..<3_000 {
      let trial = Trial(measure, &dice)
      let actual = trial.anActual(&dice)
      let (better, worse) = trial.boundaries(actual)
      let here = trial.verdict(actual)
      if let better {
        #expect(trial.verdict(better.actual) == better.verdict, "\(trial) at \(actual): \(better)")
        #expect(before(better, trial) == here, "\(trial) at \(actual): \(better)")
        #expect(better.actual - actual == better.distance)
      } else {
        #expect(trial.verdict(trial.extremes.best) == here, "\(trial) at \(actual)")
      }
      if let worse {
        #expect(behind(worse, trial) == worse.verdict, "\(trial) at \(actual): \(worse)")
        #expect(trial.verdict(held(worse, actual)) == here, "\(trial) at \(actual): \(worse)")
        #expect(worse.actual - actual == worse.distance)
      } else {
        #expect(trial.verdict(trial.extremes.worst) == here, "\(trial) at \(actual)")
      }
      crossed += (better == nil ? 0 : 1) + (worse == nil ? 0 : 1)
    }
    #expect(crossed > 1_500)
  }

  private func step(_ trial: Trial) -> Figure { trial.indicator.isWhole ? Figure(1) : .millionth }

  /// The verdict one step short of a better one.
  private func before(_ boundary: VerdictBoundary, _ trial: Trial) -> Verdict {
    if leaps(boundary, trial) { return trial.verdictBeforeDone }
    return trial.verdict(boundary.side == .atLeast ? boundary.actual - step(trial) : boundary.actual + step(trial))
  }

  /// The verdict one step behind the boundary of a worse one.
  private func behind(_ boundary: VerdictBoundary, _ trial: Trial) -> Verdict {
    if leaps(boundary, trial) { return trial.verdictBeforeDone }
    return trial.verdict(boundary.side == .below ? boundary.actual - step(trial) : boundary.actual + step(trial))
  }

  /// The last actual before a boundary that is still what there was: at it, or for a quotient one step before.
  private func held(_ boundary: VerdictBoundary, _ actual: Figure) -> Figure {
    boundary.side == .below
      ? min(actual, boundary.actual + .millionth) : max(actual, boundary.actual - .millionth)
  }

  private func leaps(_ boundary: VerdictBoundary, _ trial: Trial) -> Bool {
    trial.indicator.measure == .milestone && trial.reporters == trial.expectedReporters
      && boundary.actual == Figure(100)
  }

  private static func boundaries(
    _ indicator: Indicator, _ measurement: Measurement, _ target: Target?
  ) -> (better: VerdictBoundary?, worse: VerdictBoundary?) {
    indicator.boundaries(of: indicator.evaluate(measurement, target: target), measurement, target: target)
  }

  private static func summary(_ boundary: VerdictBoundary?) -> String {
    boundary.map { "\($0.verdict.rawValue) \($0.side.rawValue) \($0.actual) (\($0.distance))" } ?? "none"
  }

  private static func measured(_ value: Figure, month: Int = 6) -> Measurement {
    Measurement(
      reportedMonth: month, figurePeriod: month, latestDue: month, value: value, baseValue: Figure(100),
      progressSum: value)
  }

  @Test("the boundary and the way to it are in the unit of the actual")
  func units() {
    let indicator = Indicator(measure: .growth, direction: .atLeast, accumulation: .cumulative, frequency: .monthly)
    let (better, worse) = Self.boundaries(indicator, Self.measured(Figure(99)), Target(Figure(1)))
    #expect(Self.summary(better) == "on_track at_least 1 (2)")
    #expect(Self.summary(worse) == "off_track below -1.02 (-0.02)")
  }

  @Test("an allocation of 0 that is not to be exceeded is met by nothing, or missed by anything")
  func zeroAllocation() {
    let indicator = Indicator(measure: .total, direction: .atMost, accumulation: .monthly, frequency: .monthly)
    let missed = Self.boundaries(indicator, Self.measured(Figure(2)), Target(.zero))
    #expect(Self.summary(missed.better) == "on_track at_most 0 (-2)")
    #expect(Self.summary(missed.worse) == "none")
    let met = Self.boundaries(indicator, Self.measured(.zero), Target(.zero))
    #expect(Self.summary(met.better) == "none")
    #expect(Self.summary(met.worse) == "missed above 0 (0)")
  }

  @Test("a milestone with a reporter missing is not done whatever the others say")
  func reporterMissing() {
    let indicator = Indicator(measure: .milestone, accumulation: .point, frequency: .monthly, dueMonth: 6)
    var measurement = Self.measured(Figure(95))
    (measurement.expectedReporters, measurement.coverageAccepted, measurement.coverageDue) = (2, 1, 2)
    let (better, worse) = Self.boundaries(indicator, measurement, nil)
    #expect(Self.summary(better) == "none")
    #expect(Self.summary(worse) == "off_track below 90 (-5)")
  }

  @Test("the last reporter of a milestone lifts it from 99 to 100 in one go")
  func lastLeap() {
    let indicator = Indicator(
      measure: .milestone, accumulation: .point, frequency: .monthly,
      profile: Profile(.percentages, [6: Figure(millionths: 99_500_000), 12: Figure(100)]))
    #expect(
      Self.summary(Self.boundaries(indicator, Self.measured(Figure(99)), nil).better) == "attained at_least 100 (1)")
    #expect(Self.summary(Self.boundaries(indicator, Self.measured(Figure(100)), nil).worse) == "behind below 100 (0)")
  }

  @Test("whole things are named in whole things")
  func wholeThings() {
    let indicator = Indicator(
      measure: .total, direction: .atLeast, accumulation: .monthly, frequency: .monthly, isWhole: true)
    // 10 a year are 5 by June, of which the floor of 90 % is 4.5.
    #expect(
      Self.summary(Self.boundaries(indicator, Self.measured(Figure(4)), Target(Figure(10))).better)
        == "on_track at_least 5 (1)")
    #expect(
      Self.summary(Self.boundaries(indicator, Self.measured(Figure(5)), Target(Figure(10))).worse)
        == "off_track below 5 (0)")
  }

  @Test("a boundary that has no end is told by the first number that holds")
  func endless() {
    let indicator = Indicator(measure: .share, direction: .atMost, accumulation: .point, frequency: .monthly)
    var measurement = Self.measured(Figure(40))
    measurement.denominator = Figure(100)
    let target = Target(.fraction(Fraction(Figure(100), over: Figure(3))))
    #expect(
      Self.summary(Self.boundaries(indicator, measurement, target).better) == "behind at_most 35.087719 (-4.912281)")
  }

  @Test("without a judgement there is no next verdict")
  func none() {
    let indicator = Indicator(measure: .total, direction: .atLeast, accumulation: .monthly, frequency: .annual)
    let (better, worse) = Self.boundaries(indicator, Measurement(reportedMonth: 6), Target(Figure(1)))
    #expect(better == nil)
    #expect(worse == nil)
  }
}
