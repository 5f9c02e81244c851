import Testing

@testable import Attainment

private func figure(_ text: String) throws -> Figure { try #require(Figure(parsing: text)) }

/// A total at a month, judged.
private func judged(
  _ value: String, of target: String, in month: Int, direction: Direction = .atLeast, dueMonth: Int = 12,
  profile: Profile? = nil, pacing: Pacing = .linear, isWhole: Bool = false, districtTarget: String? = nil
) throws -> Evaluation {
  let indicator = Indicator(
    measure: .total, direction: direction, accumulation: .cumulative, frequency: .monthly, dueMonth: dueMonth,
    profile: profile, pacing: pacing, isWhole: isWhole)
  let measurement = Measurement(
    reportedMonth: month, figurePeriod: month, latestDue: month, value: try figure(value))
  return indicator.evaluate(
    measurement, target: Target(try figure(target)), districtTarget: try districtTarget.map(figure))
}

private func summary(_ evaluation: Evaluation) -> String {
  let cells = [evaluation.expected?.rounded.description, evaluation.pace?.rounded.description]
  return cells.map { $0 ?? "–" }.joined(separator: " ") + " \(evaluation.verdict.rawValue)"
}

@Suite("What is expected by when (method, section 7)")
struct PacingTests {
  @Test(
    "whole things are expected whole: of two a year one by June, and none before",
    arguments: [
      ("0", "1", 1, "0 – on_track"), ("0", "1", 11, "0 – on_track"), ("0", "2", 5, "0 – on_track"),
      ("0", "2", 6, "50 0 off_track"), ("1", "2", 6, "50 100 on_track"), ("2", "7", 4, "28.5714 100 on_track"),
      ("5", "12", 6, "50 83.3333 off_track"),
    ])
  func whole(_ value: String, _ target: String, _ month: Int, _ expected: String) throws {
    #expect(try summary(judged(value, of: target, in: month, isWhole: true)) == expected)
  }

  @Test(
    "a limit for the year allows its part by each month",
    arguments: [
      ("95", 6, "50 100 on_track"), ("95.000001", 6, "50 100 behind"), ("105.555555", 6, "50 90 behind"),
      ("105.555556", 6, "50 90 off_track"), ("185", 6, "50 51.3514 off_track"), ("190", 12, "100 100 attained"),
      ("190.000001", 7, "58.3333 58.3333 missed"), ("0", 1, "8.3333 – on_track"),
    ])
  func limit(_ value: String, _ month: Int, _ expected: String) throws {
    #expect(try summary(judged(value, of: "190", in: month, direction: .atMost)) == expected)
  }

  @Test("where nothing is allowed yet, anything is off track, and nothing is on track")
  func nothingAllowed() throws {
    let profile = Profile(.percentages, [6: Figure(0), 12: Figure(100)])
    let some = try judged("1", of: "190", in: 6, direction: .atMost, profile: profile)
    #expect(summary(some) == "0 0 off_track")
    let none = try judged("0", of: "190", in: 6, direction: .atMost, profile: profile)
    #expect(summary(none) == "0 – on_track")
  }

  @Test(
    "what is due on a day is expected then, and not before",
    arguments: [(4, "0 – on_track"), (5, "100 40 missed"), (9, "100 40 missed")])
  func atDue(_ month: Int, _ expected: String) throws {
    #expect(try summary(judged("40", of: "100", in: month, dueMonth: 5, pacing: .atDue)) == expected)
  }

  @Test("amounts are divided by the district's target in force, for an allocation too")
  func amounts() throws {
    let profile = Profile(.amounts, [3: Figure(30), 12: Figure(200)])
    #expect(
      try summary(judged("30", of: "200", in: 3, profile: profile, districtTarget: "200")) == "15 100 on_track")
    #expect(try summary(judged("3", of: "20", in: 3, profile: profile, districtTarget: "200")) == "15 100 on_track")
    // A target that was lowered below what the profile ends at is expected whole, and not beyond it.
    #expect(
      try summary(judged("120", of: "160", in: 12, profile: profile, districtTarget: "160")) == "100 75 missed")
    let unset = Indicator(
      measure: .total, direction: .atLeast, accumulation: .cumulative, frequency: .monthly, profile: profile)
    let measurement = Measurement(reportedMonth: 3, figurePeriod: 3, latestDue: 3, value: Figure(3))
    #expect(unset.evaluate(measurement, target: nil).expected == nil)
  }

  @Test("a level with seasons may be expected beyond its target")
  func seasons() throws {
    let profile = Profile(.percentages, [1: Figure(140), 7: Figure(60), 12: Figure(100)])
    let indicator = Indicator(
      measure: .stock, direction: .atMost, accumulation: .point, frequency: .monthly, profile: profile)
    func verdict(_ value: Int, in month: Int) -> String {
      summary(
        indicator.evaluate(
          Measurement(reportedMonth: month, figurePeriod: month, latestDue: month, value: Figure(value)),
          target: Target(Figure(40))))
    }
    #expect(verdict(56, in: 1) == "140 100 on_track")
    #expect(verdict(57, in: 1) == "140 98.2456 behind")
    #expect(verdict(24, in: 7) == "60 100 on_track")
    #expect(verdict(30, in: 7) == "60 80 off_track")
  }
}

@Suite("Targets as documents phrase them (method, section 6)")
struct TargetTests {
  private func judged(
    _ measure: Measure, _ direction: Direction, _ value: String, _ target: Target, base: String? = nil
  ) throws -> Evaluation {
    Indicator(measure: measure, direction: direction, accumulation: .cumulative, frequency: .monthly).evaluate(
      Measurement(
        reportedMonth: 12, figurePeriod: 12, latestDue: 12, value: try figure(value), baseValue: try base.map(figure)),
      target: target)
  }

  @Test("about 6.5 is met at 6.4 where a tenth is tolerated, and the gap is still to 6.5")
  func tolerance() throws {
    let about = Target(try figure("6.5"), tolerance: try figure("0.1"))
    let met = try judged(.rate, .atLeast, "6.4", about)
    #expect(met.verdict == .attained)
    #expect(met.gap?.description == "-0.1")
    #expect(met.attainment?.rounded.description == "100")
    #expect(try judged(.rate, .atLeast, "6.399999", about).verdict == .missed)
    #expect(try judged(.growth, .atMost, "106.6", about, base: "100").verdict == .attained)
    #expect(try judged(.growth, .atMost, "106.600001", about, base: "100").verdict == .missed)
    #expect(try judged(.stock, .maintain, "6.4", about).verdict == .attained)
  }

  @Test("a target may be the actual of another as a quotient")
  func quotient() throws {
    let third = Target(.fraction(Fraction(Figure(1), over: Figure(3))))
    #expect(try judged(.growth, .atLeast, "100.333334", third, base: "100").verdict == .attained)
    let short = try judged(.growth, .atLeast, "100.333333", third, base: "100")
    #expect(short.verdict == .missed)
    #expect(short.gap?.description == "0")
  }

  @Test(
    "a limit of 0 is met by a level of 0 or less, and otherwise has the ratio 0",
    arguments: [("0", Verdict.attained, nil), ("-1", .attained, nil), ("0.000001", .missed, "0")]
      as [(
        String, Verdict, String?
      )])
  func zero(_ value: String, _ verdict: Verdict, _ attainment: String?) throws {
    for measure in [Measure.total, .stock] {
      let evaluation = try judged(measure, .atMost, value, Target(.zero))
      #expect(evaluation.verdict == verdict)
      #expect(evaluation.attainment?.rounded.description == attainment)
    }
  }

  @Test("a percent change's target of 0 is a target like any other")
  func zeroChange() throws {
    #expect(try judged(.rate, .atLeast, "0", Target(.zero)).verdict == .attained)
    #expect(try judged(.growth, .atMost, "100.000001", Target(.zero), base: "100").verdict == .missed)
  }

  @Test("an indicator for reference is judged by nothing")
  func reference() throws {
    let indicator = Indicator(
      measure: .rate, direction: .atLeast, accumulation: .point, frequency: .monthly, isReference: true)
    let evaluation = indicator.evaluate(
      Measurement(reportedMonth: 6, figurePeriod: 5, latestDue: 6, value: try figure("6.1")), target: nil)
    #expect(evaluation.verdict == .forReference)
    #expect(evaluation.rule == 0)
    #expect(evaluation.light == .grey)
    #expect(evaluation.actual?.description == "6.1")
    #expect(evaluation.expected == nil)
    #expect(evaluation.credit == nil)
    let silent = indicator.evaluate(Measurement(reportedMonth: 6, latestDue: 6), target: nil)
    #expect(silent.verdict == .forReference)
    #expect(silent.coverage?.rounded.description == "0")
  }
}

@Suite("What a row counts in a score (method, section 10)")
struct CreditTests {
  private func credit(
    _ measurement: Measurement, _ indicator: Indicator? = nil, target: Target? = Target(Figure(100))
  ) -> String {
    let indicator =
      indicator
      ?? Indicator(measure: .total, direction: .atLeast, accumulation: .cumulative, frequency: .monthly)
    let evaluation = indicator.evaluate(measurement, target: target)
    return "\(evaluation.verdict.rawValue) \(evaluation.credit?.rounded.description ?? "–")"
  }

  @Test("silence earns nothing, and what waits for the office is left out")
  func silence() {
    var measurement = Measurement(reportedMonth: 3, latestDue: 3)
    #expect(credit(measurement) == "no_data 0")
    measurement.awaitsReview = true
    #expect(credit(measurement) == "awaiting_review –")
    measurement.figurePeriod = 2
    measurement.value = Figure(30)
    #expect(credit(measurement) == "awaiting_review –")
    measurement.awaitsReview = false
    #expect(credit(measurement) == "overdue 0")
    measurement.value = Figure(100)
    #expect(credit(measurement) == "attained 100")
    #expect(credit(Measurement(reportedMonth: 3)) == "not_due –")
  }

  @Test("a missing base earns nothing; another obstacle is left out")
  func obstacles() {
    let growth = Indicator(
      measure: .growth, direction: .atLeast, accumulation: .cumulative, frequency: .monthly)
    let unbased = Measurement(reportedMonth: 3, figurePeriod: 3, latestDue: 3, value: Figure(9))
    #expect(credit(unbased, growth) == "not_assessable 0")
    var zero = unbased
    zero.baseValue = .zero
    #expect(credit(zero, growth) == "not_assessable –")
    #expect(credit(unbased, target: nil) == "not_assessable –")
  }

  @Test("the pace, between 0 and 100; attainment where nothing was expected; 100 where the ratio is infinite")
  func paces() {
    func march(_ value: Int) -> Measurement {
      Measurement(reportedMonth: 3, figurePeriod: 3, latestDue: 3, value: Figure(value))
    }
    #expect(credit(march(20)) == "off_track 80")
    #expect(credit(march(30)) == "on_track 100")
    #expect(credit(march(-5)) == "off_track 0")
    let event = Indicator(
      measure: .total, direction: .atLeast, accumulation: .cumulative, frequency: .monthly, pacing: .atDue)
    #expect(credit(march(20), event) == "on_track –")
    #expect(credit(march(100), event) == "attained 100")
    let limit = Indicator(
      measure: .stock, direction: .atMost, accumulation: .point, frequency: .monthly)
    #expect(credit(march(0), limit) == "on_track 100")
  }
}
