import Testing

@testable import Attainment

@Suite("Published rates and ratios (method, sections 4 and 6)")
struct RateAndRatioTests {
  private static func figure(_ text: String) throws -> Figure { try #require(Figure(parsing: text)) }

  private static func evaluated(
    _ measure: Measure, _ direction: Direction, _ value: String, over denominator: String? = nil, scale: String = "1",
    target: String
  ) throws -> Evaluation {
    let indicator = Indicator(
      measure: measure, direction: direction, accumulation: .point, frequency: .monthly, scale: try figure(scale))
    let measurement = Measurement(
      reportedMonth: 12, figurePeriod: 12, latestDue: 12, value: try figure(value),
      denominator: try denominator.map { try figure($0) })
    return indicator.evaluate(measurement, target: Target(try figure(target)))
  }

  private static func summary(_ evaluation: Evaluation) -> String {
    let cells = [
      evaluation.actual?.description, evaluation.gap?.description, evaluation.attainment?.rounded.description,
    ]
    return cells.map { $0 ?? "–" }.joined(separator: " ") + " \(evaluation.verdict.rawValue)"
  }

  @Test(
    "a rate compares the level reached with the level asked for",
    arguments: [
      (Direction.atLeast, "6.4", "6.5", "6.4 -0.1 99.9061 missed"), (.atLeast, "6.5", "6.5", "6.5 0 100 attained"),
      (.atLeast, "-1", "0", "-1 -1 99 missed"), (.atLeast, "0", "-2", "0 2 102.0408 attained"),
      (.atMost, "-2.5", "-2", "-2.5 -0.5 100.5128 attained"), (.atMost, "3.1", "3", "3.1 0.1 99.903 missed"),
      (.atMost, "-100", "-2", "-100 -98 – attained"),
    ])
  func rate(_ direction: Direction, _ value: String, _ target: String, _ expected: String) throws {
    #expect(try Self.summary(Self.evaluated(.rate, direction, value, target: target)) == expected)
  }

  @Test(
    "a ratio is stated per so many of its denominator",
    arguments: [
      (Direction.atLeast, "350", "20000", "10000", "170", "175 5 102.9412 attained"),
      (.atMost, "350", "20000", "10000", "170", "175 5 97.1429 missed"),
      (.atLeast, "3", "4", "1", "0.75", "0.75 0 100 attained"),
      (.atMost, "0", "20000", "10000", "170", "0 -170 – attained"),
      (.atLeast, "350", "0", "10000", "170", "– – – not_assessable"),
    ])
  func ratio(
    _ direction: Direction, _ value: String, _ denominator: String, _ scale: String, _ target: String,
    _ expected: String
  ) throws {
    let evaluation = try Self.evaluated(.ratio, direction, value, over: denominator, scale: scale, target: target)
    #expect(Self.summary(evaluation) == expected)
  }

  @Test("what follows from a measure", arguments: Measure.allCases)
  func properties(_ measure: Measure) {
    let floor =
      switch measure {
      case .total, .milestone, .progress: 90
      case .stock, .share, .ratio, .dailyAverage: 95
      case .growth, .rate, .intensityChange: 98
      }
    #expect(measure.defaultFloor == Figure(floor))
    #expect(measure.takesTarget == ![.milestone, .progress].contains(measure))
    #expect(measure.takesBase == [.growth, .intensityChange].contains(measure))
    #expect(measure.takesDenominator == [.share, .ratio, .intensityChange].contains(measure))
    #expect(measure.isPercentChange == [.growth, .rate, .intensityChange].contains(measure))
    #expect(measure.isAlwaysPoint == [.stock, .rate, .milestone, .progress].contains(measure))
  }
}
