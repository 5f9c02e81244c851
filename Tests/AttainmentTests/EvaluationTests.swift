import Testing

@testable import Attainment

/// Figures of the tests, as they stand in a submission.
private func figure(_ text: String) -> Figure {
  guard let figure = Figure(parsing: text) else { preconditionFailure("\(text) is not a figure") }
  return figure
}

private func total(_ direction: Direction = .atLeast, dueMonth: Int = 12, profile: Profile? = nil) -> Indicator {
  Indicator(
    measure: .total, direction: direction, accumulation: .cumulative, frequency: .monthly, dueMonth: dueMonth,
    profile: profile)
}

private func of(
  _ measure: Measure, _ direction: Direction? = nil, frequency: Frequency = .monthly
) -> Indicator {
  Indicator(measure: measure, direction: direction, accumulation: .cumulative, frequency: frequency)
}

/// A complete measurement of a month.
private func measured(
  _ month: Int, _ value: String? = nil, over denominator: String? = nil, base: String? = nil,
  baseOver baseDenominator: String? = nil, days: Int? = nil
) -> Measurement {
  Measurement(
    reportedMonth: month, figurePeriod: month, latestDue: month, value: value.map(figure),
    denominator: denominator.map(figure), baseValue: base.map(figure),
    baseDenominator: baseDenominator.map(figure), days: days)
}

/// What a row of attainment would say.
private func summary(_ evaluation: Evaluation) -> String {
  func text(_ description: String?) -> String { description ?? "–" }
  return [
    evaluation.verdict.rawValue, "rule \(evaluation.rule)", evaluation.light.rawValue,
    "actual \(text(evaluation.actual?.description))", "gap \(text(evaluation.gap?.description))",
    "attainment \(text(evaluation.attainment?.rounded.description))",
    "expected \(text(evaluation.expected?.rounded.description))",
    "pace \(text(evaluation.pace?.rounded.description))",
  ].joined(separator: ", ")
}

@Suite("Verdicts (method, section 8)")
struct VerdictTests {
  @Test("rule 1: not due before the first due period")
  func notDue() {
    let indicator = of(.share, .atLeast, frequency: .quarterly)
    let evaluation = indicator.evaluate(Measurement(reportedMonth: 2), target: Target(figure("80")))
    #expect(
      summary(evaluation) == "not_due, rule 1, grey, actual –, gap –, attainment –, expected –, pace –")
    #expect(evaluation.coverage == nil)
    #expect(!evaluation.isProvisional)
  }

  @Test("rule 2: no data without an accepted figure")
  func noData() {
    let evaluation = total().evaluate(Measurement(reportedMonth: 1, latestDue: 1), target: Target(figure("800")))
    #expect(evaluation.verdict == .noData)
    #expect(evaluation.rule == 2)
    #expect(evaluation.coverage?.rounded.description == "0")
    #expect(evaluation.isProvisional)
  }

  @Test("rule 3: not assessable without a target, but with every other cell")
  func noTarget() {
    let evaluation = of(.stock, .maintain).evaluate(measured(6, "70"), target: nil)
    #expect(
      summary(evaluation)
        == "not_assessable, rule 3, grey, actual 70, gap –, attainment –, expected 100, pace –")
  }

  @Test(
    "rule 3: a base or denominator that is missing or not positive; what can be divided is still shown",
    arguments: [
      (of(.growth, .atLeast), measured(6, "90"), "–"),
      (of(.growth, .atLeast), measured(6, "90", base: "0"), "–"),
      (of(.growth, .atLeast), measured(6, "90", base: "-100"), "-190"),
      (of(.growth, .atMost), measured(6, "-90", base: "-100"), "-10"),
      (of(.share, .atLeast), measured(6, "90", over: "0"), "–"),
      (of(.share, .atMost), measured(6, "-90", over: "-100"), "90"),
      (of(.intensityChange, .atMost), measured(6, "90", over: "100", base: "80"), "–"),
      (of(.intensityChange, .atMost), measured(6, "90", over: "100", base: "-90", baseOver: "100"), "-200"),
      (of(.intensityChange, .atMost), measured(6, "-90", over: "-100", base: "90", baseOver: "100"), "0"),
    ])
  func notAssessable(indicator: Indicator, measurement: Measurement, actual: String) {
    let evaluation = indicator.evaluate(measurement, target: Target(figure("1")))
    #expect(evaluation.verdict == .notAssessable)
    #expect(evaluation.rule == 3)
    #expect(evaluation.actual?.description ?? "–" == actual)
    #expect(evaluation.attainment == nil)
    #expect(evaluation.pace == nil)
  }

  @Test("rule 3: an allocation of 0 cannot be divided by")
  func zeroTarget() {
    #expect(total().evaluate(measured(6, "5"), target: Target(.zero)).verdict == .notAssessable)
    #expect(of(.stock, .maintain).evaluate(measured(6, "5"), target: Target(.zero)).verdict == .notAssessable)
    #expect(of(.stock, .atMost).evaluate(measured(6, "5"), target: Target(.zero)).verdict == .offTrack)
  }

  @Test("rule 4: a total reached in June is attained, and no later month undoes it")
  func attainedEarly() {
    #expect(
      summary(total().evaluate(measured(6, "800"), target: Target(figure("800"))))
        == "attained, rule 4, green, actual 800, gap 0, attainment 100, expected 50, pace 200")
    var late = measured(6, "800")
    late.latestDue = 7
    late.reportedMonth = 7
    #expect(total().evaluate(late, target: Target(figure("800"))).rule == 4)
  }

  @Test("rule 5: a ceiling on a total is missed as soon as it is passed")
  func ceilingPassed() {
    #expect(
      summary(total(.atMost).evaluate(measured(3, "101"), target: Target(figure("100"))))
        == "missed, rule 5, red, actual 101, gap 1, attainment 99.0099, expected 25, pace 24.7525")
    #expect(total(.atMost).evaluate(measured(3, "100"), target: Target(figure("100"))).verdict == .offTrack)
  }

  @Test("rule 6: overdue when the latest due figure is not in; the last one known is shown")
  func overdue() {
    var measurement = measured(5, "300")
    measurement.figurePeriod = 4
    #expect(
      summary(total().evaluate(measurement, target: Target(figure("900"))))
        == "overdue, rule 6, grey, actual 300, gap -600, attainment 33.3333, expected 33.3333, pace 100")
  }

  @Test("rule 7: at the due month the target is met or not, to the last digit")
  func dueMonth() {
    let share = of(.share, .atLeast)
    #expect(share.evaluate(measured(12, "80", over: "100"), target: Target(figure("80"))).verdict == .attained)
    let short = share.evaluate(measured(12, "79.99996", over: "100"), target: Target(figure("80")))
    #expect(
      summary(short) == "missed, rule 7, red, actual 80, gap 0, attainment 100, expected 100, pace 100")
    #expect(total(dueMonth: 6).evaluate(measured(6, "99"), target: Target(figure("100"))).rule == 7)
  }

  @Test("rule 7 waits for the figures that are missing: a provisional December is judged by its pace")
  func provisionalDecember() {
    var measurement = measured(12, "99")
    measurement.coverageAccepted = 13
    measurement.coverageDue = 14
    let evaluation = total().evaluate(measurement, target: Target(figure("100")))
    #expect(evaluation.verdict == .behind)
    #expect(evaluation.rule == 8)
    #expect(evaluation.isProvisional)
    #expect(evaluation.coverage?.rounded.description == "92.8571")
  }

  @Test(
    "rule 8: on track, behind, off track by the pace and the floor",
    arguments: [("50", Verdict.onTrack), ("49.999999", .behind), ("45", .behind), ("44.999999", .offTrack)])
  func pace(value: String, verdict: Verdict) {
    let evaluation = total().evaluate(measured(6, value), target: Target(figure("100")))
    #expect(evaluation.verdict == verdict)
    #expect(evaluation.rule == 8)
  }

  @Test(
    "each measure has its own floor",
    arguments: [
      (Measure.total, "90"), (.milestone, "90"), (.progress, "90"), (.share, "95"), (.stock, "95"),
      (.dailyAverage, "95"), (.growth, "98"), (.intensityChange, "98"),
    ])
  func floor(measure: Measure, floor: String) {
    #expect(of(measure).floor == figure(floor))
    var own = of(measure)
    own.behindFloor = figure("50.5")
    #expect(own.floor == figure("50.5"))
  }
}

@Suite("Attainment of each measure and direction (method, sections 4 and 6)")
struct AttainmentTests {
  @Test(
    "against the level that the target asks for",
    arguments: [
      // A / v, v / A
      (total(), measured(6, "500"), "800", "500", "-300", "62.5"),
      (total(.atMost), measured(6, "640"), "800", "640", "-160", "125"),
      (of(.stock, .atLeast), measured(6, "120"), "100", "120", "20", "120"),
      (of(.stock, .atMost), measured(6, "106.05"), "111", "106.05", "-4.95", "104.6676"),
      (of(.stock, .maintain), measured(6, "66"), "70", "66", "-4", "94.2857"),
      (of(.share, .atLeast), measured(6, "30", over: "40"), "80", "75", "-5", "93.75"),
      (of(.share, .atMost), measured(6, "30", over: "40"), "80", "75", "-5", "106.6667"),
      (of(.dailyAverage, .atLeast), measured(6, "91000", days: 182), "500", "500", "0", "100"),
      (of(.dailyAverage, .atMost), measured(6, "45500", days: 182), "500", "250", "-250", "200"),
      // Growth stays meaningful when negative: 90 against the 101 that +1 % asks for
      (of(.growth, .atLeast), measured(6, "90", base: "100"), "1", "-10", "-11", "89.1089"),
      (of(.growth, .atMost), measured(6, "105", base: "100"), "2.5", "5", "2.5", "97.619"),
      (of(.growth, .atLeast), measured(6, "100", base: "100"), "0", "0", "0", "100"),
      // Intensity: 0.5 against 0.51 × 0.98
      (
        of(.intensityChange, .atMost), measured(6, "50", over: "100", base: "51", baseOver: "100"), "-2", "-1.9608",
        "0.0392", "99.96"
      ),
      (
        of(.intensityChange, .atLeast), measured(6, "50", over: "100", base: "51", baseOver: "100"), "-2", "-1.9608",
        "0.0392", "100.04"
      ),
    ])
  func ratio(
    indicator: Indicator, measurement: Measurement, target: String, actual: String, gap: String, attainment: String
  ) {
    let evaluation = indicator.evaluate(measurement, target: Target(figure(target)))
    #expect(evaluation.actual?.description == actual)
    #expect(evaluation.gap?.description == gap)
    #expect(evaluation.attainment?.rounded.description == attainment)
  }

  @Test(
    "an at_most level of zero or less meets its target, with no ratio to print",
    arguments: [
      (total(.atMost), measured(6, "-1")), (of(.stock, .atMost), measured(6, "0")),
      (of(.growth, .atMost), measured(6, "0", base: "5")), (of(.share, .atMost), measured(6, "-3", over: "5")),
      (of(.intensityChange, .atMost), measured(6, "0", over: "1", base: "1", baseOver: "1")),
      (of(.dailyAverage, .atMost), measured(6, "0", days: 182)),
    ])
  func atMostZero(indicator: Indicator, measurement: Measurement) {
    let evaluation = indicator.evaluate(measurement, target: Target(figure("5")))
    #expect(evaluation.attainment == nil)
    #expect(evaluation.pace == nil)
    #expect(evaluation.verdict == .onTrack)
    var december = measurement
    (december.reportedMonth, december.figurePeriod, december.latestDue) = (12, 12, 12)
    #expect(indicator.evaluate(december, target: Target(figure("5"))).verdict == .attained)
  }

  @Test("fourteen-digit figures stay exact")
  func large() {
    let measurement = measured(
      6, "99999999999999.999999", over: "0.000001", base: "99999999999999.999999", baseOver: "0.000001")
    let evaluation = of(.intensityChange, .atMost).evaluate(measurement, target: Target(figure("-0.000001")))
    #expect(evaluation.actual?.description == "0")
    #expect(evaluation.attainment?.rounded.description == "100")
    #expect(evaluation.verdict == .behind)
  }
}

@Suite("Milestones and progress (method, section 4)")
struct MilestoneTests {
  private func milestone(_ sum: String, reporters: Int, expected: Int, month: Int = 6) -> Evaluation {
    var measurement = measured(month)
    measurement.progressSum = figure(sum)
    measurement.reportersWithFigure = reporters
    measurement.expectedReporters = expected
    measurement.coverageAccepted = reporters
    measurement.coverageDue = expected
    return of(.milestone).evaluate(measurement, target: nil)
  }

  @Test("the mean over those that reported; no target, no gap, no value")
  func mean() {
    let evaluation = milestone("149", reporters: 2, expected: 2)
    #expect(
      summary(evaluation) == "on_track, rule 8, green, actual 74.5, gap –, attainment 74.5, expected 50, pace 149")
    #expect(evaluation.value == nil)
  }

  @Test("a missing reporter keeps the figure at 99 at most")
  func missingReporter() {
    #expect(milestone("200", reporters: 2, expected: 3).actual?.description == "99")
    #expect(milestone("100", reporters: 1, expected: 3, month: 12).verdict == .behind)
    #expect(milestone("300", reporters: 3, expected: 3).verdict == .attained)
  }
}

@Suite("Expected progress and projection (method, sections 7 and 9)")
struct ExpectationTests {
  private let profile = Profile(.percentages, [3: .zero, 6: Figure(20), 9: Figure(80), 12: Figure(100)])

  @Test(
    "a profile may leave months out", arguments: [(1, "0"), (3, "0"), (6, "20"), (8, "20"), (11, "80"), (12, "100")])
  func profile(month: Int, expected: String) {
    let evaluation = total(profile: profile).evaluate(measured(month, "1"), target: Target(figure("100")))
    #expect(evaluation.expected?.rounded.description == expected)
  }

  @Test("nothing expected yet: no pace and no projection, and the pace counts as met")
  func nothingExpected() {
    let evaluation = total(profile: profile).evaluate(measured(2, "0"), target: Target(figure("100")))
    #expect(evaluation.pace == nil)
    #expect(evaluation.projected == nil)
    #expect(evaluation.verdict == .onTrack)
  }

  @Test("what holds at any date is expected whole")
  func constant() {
    #expect(
      of(.share, .atLeast).evaluate(measured(1, "1", over: "2"), target: Target(figure("2"))).expected?.rounded
        .description
        == "100")
  }

  @Test("projection and what each month left needs")
  func projection() {
    let evaluation = total().evaluate(measured(5, "300"), target: Target(figure("1000")))
    #expect(evaluation.projected?.rounded.description == "720")
    #expect(evaluation.requiredPerMonth?.rounded.description == "100")
    let done = total().evaluate(measured(5, "1001"), target: Target(figure("1000")))
    #expect(done.requiredPerMonth?.rounded.description == "0")
    #expect(total().evaluate(measured(12, "1"), target: Target(figure("1000"))).requiredPerMonth == nil)
    #expect(
      total(dueMonth: 4).evaluate(measured(5, "1"), target: Target(figure("1000"))).expected?.rounded.description
        == "100")
  }
}

@Suite("Months and due periods (method, section 2)")
struct MonthTests {
  @Test("are read strictly", arguments: ["2020-00", "2020-13", "2020-6", "20-06", "2020/06", "2020-06-01", ""])
  func strict(text: String) { #expect(Month(parsing: text) == nil) }

  @Test("print as they are read", arguments: ["2020-01", "2020-12", "0001-09"])
  func printing(text: String) { #expect(Month(parsing: text)?.description == text) }
}
