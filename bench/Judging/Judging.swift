import Attainment
import Glibc

/// Judges rows of every measure and direction, over and over, and says how many a second one core does.
@main
struct Judging {
  static func main() {
    let cases = cases(1_000)
    // Once unmeasured, to have everything in memory.
    _ = judge(cases, rounds: 10)
    _ = printed(cases, rounds: 10)
    let (judged, judging) = judge(cases, rounds: 1_000)
    let (printed, printing) = (200 * cases.count, printed(cases, rounds: 200).seconds)
    print(
      """
      `Indicator.evaluate`: \(Int(Double(judged) / judging)) rows of every measure and direction a second of one core. \
      With every cell printed as a run prints it: \(Int(Double(printed) / printing)) rows a second.
      """)
  }

  /// An indicator, what its figures add up to, and its target.
  struct Case {
    let indicator: Indicator
    let measurement: Measurement
    let target: Target?
  }

  /// Rows as a district has them: sums with up to 6 fraction digits, some without a base, some late.
  static func cases(_ count: Int) -> [Case] {
    var state: UInt64 = 2020
    func chance(_ range: Range<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int((state >> 33) % UInt64(range.count))
    }
    func figure(_ range: Range<Int>) -> Figure? {
      Figure(parsing: "\(chance(range)).\(String(chance(100_000..<999_999)))")
    }
    let kinds: [(Measure, Direction?, Accumulation)] = [
      (.total, .atLeast, .monthly), (.total, .atMost, .cumulative), (.stock, .atLeast, .point),
      (.stock, .maintain, .point),
      (.growth, .atLeast, .cumulative), (.growth, .atMost, .monthly), (.share, .atLeast, .monthly),
      (.intensityChange, .atMost, .cumulative), (.dailyAverage, .atLeast, .monthly), (.milestone, nil, .point),
      (.progress, nil, .point), (.rate, .atLeast, .point), (.ratio, .atMost, .cumulative),
    ]
    return (0..<count).map { index in
      let (measure, direction, accumulation) = kinds[index % kinds.count]
      let month = chance(1..<13)
      let reporters = chance(1..<16)
      let reported = min(reporters, chance(1..<18))
      return Case(
        indicator: Indicator(
          measure: measure, direction: direction, accumulation: accumulation, frequency: .monthly,
          dueMonth: chance(6..<13)),
        measurement: Measurement(
          reportedMonth: month, figurePeriod: month, latestDue: month, value: figure(1_000..<90_000_000),
          denominator: figure(1_000_000..<90_000_000),
          baseValue: chance(0..<20) == 0 ? nil : figure(1_000..<90_000_000),
          baseDenominator: figure(1_000_000..<90_000_000), days: month * 30,
          progressSum: Figure(reported * chance(10..<100)),
          reportersWithFigure: reported, expectedReporters: reporters, coverageAccepted: reported,
          coverageDue: reporters),
        target: figure(1..<80_000_000).map { Target($0) })
    }
  }

  static func judge(_ cases: [Case], rounds: Int) -> (rows: Int, seconds: Double) {
    var rows = 0
    let started = clock()
    for _ in 0..<rounds {
      for row in cases where row.indicator.evaluate(row.measurement, target: row.target).rule >= 1 { rows += 1 }
    }
    return (rows, seconds(since: started))
  }

  static func printed(_ cases: [Case], rounds: Int) -> (bytes: Int, seconds: Double) {
    var bytes = 0
    let started = clock()
    for _ in 0..<rounds {
      for row in cases {
        let evaluation = row.indicator.evaluate(row.measurement, target: row.target)
        let fractions = [
          evaluation.attainment, evaluation.expected, evaluation.pace, evaluation.coverage, evaluation.projected,
          evaluation.requiredPerMonth,
        ]
        for case let fraction? in fractions { bytes += fraction.rounded.description.utf8.count }
        for case let amount? in [evaluation.actual, evaluation.gap] { bytes += amount.description.utf8.count }
        if let pace = evaluation.pace?.lowestTerms {
          bytes += pace.numeratorText.utf8.count + pace.denominatorText.utf8.count
        }
      }
    }
    return (bytes, seconds(since: started))
  }

  /// Processor seconds of this process since an earlier moment.
  private static func seconds(since started: clock_t) -> Double {
    Double(clock() - started) / Double(CLOCKS_PER_SEC)
  }
}
