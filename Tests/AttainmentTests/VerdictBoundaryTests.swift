import Testing

@testable import Attainment

/// A measurement of the middle of a year whose value, over fixed bases and denominators, gives an actual.
private struct Trial {
  let indicator: Indicator
  let target: Target?
  let isProvisional: Bool
  let month: Int

  func measurement(millionths: Int128) -> Measurement {
    var measurement = Measurement(
      reportedMonth: month, figurePeriod: month, latestDue: month, value: Figure(millionths: millionths),
      denominator: Figure(70), baseValue: Figure(40), baseDenominator: Figure(80), days: 182,
      coverageAccepted: isProvisional ? 1 : 2, coverageDue: 2)
    if !indicator.measure.takesTarget { measurement.progressSum = measurement.value }
    return measurement
  }

  func verdict(millionths: Int128) -> Verdict {
    indicator.evaluate(measurement(millionths: millionths), target: target).verdict
  }

  /// The least or greatest figure, in millionths, whose actual is on the named side of a boundary.
  func crossing(_ boundary: VerdictBoundary) -> Int128 {
    var below: Int128 = -1_000_000_000_000
    var above: Int128 = 1_000_000_000_000
    while above - below > 1 {
      let middle = (above + below) / 2
      let actual = indicator.evaluate(measurement(millionths: middle), target: target).actual?.exact ?? Fraction(0)
      let isUpper =
        switch boundary.side {
        case .atLeast, .below: actual >= boundary.actual
        case .atMost, .above: !(boundary.actual >= actual)
        }
      if isUpper { above = middle } else { below = middle }
    }
    return boundary.side == .atLeast || boundary.side == .above ? above : below
  }
}

@Suite("How far the next verdict is")
struct VerdictBoundaryTests {
  @Test("one millionth across a boundary the verdict is the one it names, and before it the one there was")
  func boundariesHold() {
    var crossed = 0
    var verdicts: Set<Verdict> = []
    for measure in Measure.allCases {
      let directions: [Direction?] =
        !measure.takesTarget ? [nil] : measure == .stock ? Direction.allCases : [.atLeast, .atMost]
      for direction in directions {
        for (month, dueMonth, isProvisional, floor) in [
          (6, 12, false, nil), (6, 12, true, Figure(80)), (12, 12, false, nil), (9, 6, true, Figure(100)),
          (7, 10, false, Figure(0)),
        ] as [(Int, Int, Bool, Figure?)] {
          let trial = Trial(
            indicator: Indicator(
              measure: measure, direction: direction, accumulation: .point, frequency: .monthly, dueMonth: dueMonth,
              behindFloor: floor),
            target: measure.takesTarget ? Target(Figure(measure.takesBase ? -3 : 60)) : nil, isProvisional: isProvisional,
            month: month)
          for value: Int128 in [1, 9, 17, 26, 35, 42, 57, 60, 71, 99, 110, 10_920, 12_000] {
            let start = value * 1_000_000
            if !measure.takesTarget && value > 100 { continue }
            let measurement = trial.measurement(millionths: start)
            let evaluation = trial.indicator.evaluate(measurement, target: trial.target)
            let (better, worse) = trial.indicator.boundaries(of: evaluation, measurement, target: trial.target)
            for boundary in [better, worse].compactMap({ $0 }) {
              let edge = trial.crossing(boundary)
              let inward: Int128 = boundary.side == .atLeast || boundary.side == .above ? -1 : 1
              if !measure.takesTarget && !(0...100_000_000).contains(edge) { continue }
              #expect(
                trial.verdict(millionths: edge) == boundary.verdict,
                "\(measure) \(String(describing: direction)) month \(month): \(edge) of \(boundary)")
              if !measure.takesTarget && !(0...100_000_000).contains(edge + inward) { continue }
              #expect(trial.verdict(millionths: edge + inward) == evaluation.verdict)
              crossed += 1
              verdicts.insert(boundary.verdict)
            }
          }
        }
      }
    }
    print("\(crossed) boundaries between verdicts crossed")
    #expect(crossed > 500)
    #expect(verdicts == [.attained, .onTrack, .behind, .offTrack, .missed])
  }

  @Test("the boundary and the way to it are in the unit of the actual")
  func units() {
    let indicator = Indicator(measure: .growth, direction: .atLeast, accumulation: .cumulative, frequency: .monthly)
    let measurement = Measurement(
      reportedMonth: 6, figurePeriod: 6, latestDue: 6, value: Figure(99), baseValue: Figure(100))
    let evaluation = indicator.evaluate(measurement, target: Target(Figure(1)))
    #expect(evaluation.verdict == .behind)
    let (better, worse) = indicator.boundaries(of: evaluation, measurement, target: Target(Figure(1)))
    #expect(better?.verdict == .onTrack)
    #expect(better?.side == .atLeast)
    #expect(better?.actual.rounded.description == "1")
    #expect(better?.distance.rounded.description == "2")
    #expect(worse?.verdict == .offTrack)
    #expect(worse?.side == .below)
    #expect(worse?.actual.rounded.description == "-1.02")
    #expect(worse?.distance.rounded.description == "-0.02")
  }

  @Test("without a judgement there is no next verdict")
  func none() {
    let indicator = Indicator(measure: .total, direction: .atLeast, accumulation: .monthly, frequency: .annual)
    let measurement = Measurement(reportedMonth: 6)
    let (better, worse) = indicator.boundaries(
      of: indicator.evaluate(measurement, target: Target(Figure(1))), measurement, target: Target(Figure(1)))
    #expect(better == nil)
    #expect(worse == nil)
  }
}
