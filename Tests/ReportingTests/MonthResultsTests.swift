import Attainment
import Testing

@testable import Catalogue
@testable import Ledger
@testable import Reporting

private typealias District = SmallDistrict

@Suite("What stands and what it adds up to")
struct StandingTests {
  @Test("a stage that was returned does not count; the accepted one before it does")
  func returnedStage() throws {
    var district = District([try District.indicator(.milestone, reporters: ["east"])])
    try district.submit(
      District.Content(stage: .started, progress: Figure(40)), for: "2020-05", at: "2020-06-02T09:00+08")
    try district.submit(
      District.Content(stage: .completed, progress: Figure(100)), for: "2020-05", revision: 2,
      at: "2020-06-03T09:00+08")
    try district.review(for: "2020-05", revision: 2, at: "2020-06-04T09:00+08", returning: "没有验收单")
    let row = try district.results(through: 5, at: "2020-06-11T00:00+08").rows[0]
    #expect(row.tally.stage == .started)
    #expect(row.evaluation.actual?.description == "40")
    let before = try district.results(through: 5, at: "2020-06-04T08:59+08").rows[0]
    #expect(before.tally.stage == .completed)
  }

  @Test("the last review at or before the instant decides, not the first")
  func latestReview() throws {
    var district = District(
      [try District.indicator(.total, reporters: ["east"])], targets: [try District.target(Figure(12))])
    try district.submit(
      District.Content(value: Figure(5)), for: "2020-05", at: "2020-06-02T09:00+08", isAccepted: false)
    try district.review(for: "2020-05", at: "2020-06-03T09:00+08")
    try district.review(for: "2020-05", at: "2020-06-04T09:00+08", returning: "口径不对")
    try district.review(for: "2020-05", at: "2020-06-05T09:00+08")
    func value(at instant: String) throws -> String? {
      try district.results(through: 5, at: instant).rows[0].evaluation.value?.description
    }
    #expect(try value(at: "2020-06-02T10:00+08") == nil)
    #expect(try value(at: "2020-06-03T09:00+08") == "5")
    #expect(try value(at: "2020-06-04T09:00+08") == nil)
    #expect(try value(at: "2020-06-05T09:00+08") == "5")
  }

  @Test("of two reviews at one instant the one made later decides")
  func reviewsOfOneInstant() throws {
    var district = District(
      [try District.indicator(.total, reporters: ["east"])], targets: [try District.target(Figure(12))])
    try district.submit(
      District.Content(value: Figure(5)), for: "2020-05", at: "2020-06-02T09:00+08", isAccepted: false)
    try district.review(for: "2020-05", at: "2020-06-03T09:00+08")
    try district.review(for: "2020-05", at: "2020-06-03T09:00+08", returning: "口径不对")
    #expect(try district.results(through: 5, at: "2020-06-11T00:00+08").rows[0].evaluation.verdict == .noData)
  }

  @Test("a milestone of several has not begun while a reporter is missing, however far the others are")
  func missingReporter() throws {
    var district = District([try District.indicator(.milestone)])
    try district.submit(
      District.Content(stage: .completed, progress: Figure(100)), for: "2020-05", at: "2020-06-02T09:00+08")
    let row = try district.results(through: 5, at: "2020-06-11T00:00+08").rows[0]
    #expect(row.tally.stage == .notStarted)
    #expect(row.evaluation.actual?.description == "99")
    try district.submit(
      District.Content(stage: .started), by: "west", for: "2020-05", at: "2020-06-02T09:00+08")
    #expect(try district.results(through: 5, at: "2020-06-11T00:00+08").rows[0].tally.stage == .started)
  }

  @Test("monthly figures add up, cumulative ones count each reporter's latest, with coverage of the figure period")
  func accumulation() throws {
    for (accumulation, value, coverage) in [(Accumulation.monthly, "12", "75"), (.cumulative, "9", "50")] {
      var district = District(
        [try District.indicator(.total, accumulation: accumulation)], targets: [try District.target(Figure(100))])
      try district.submit(District.Content(value: Figure(3)), for: "2020-01", at: "2020-02-02T09:00+08")
      try district.submit(District.Content(value: Figure(4)), for: "2020-02", at: "2020-03-02T09:00+08")
      try district.submit(District.Content(value: Figure(5)), by: "west", for: "2020-01", at: "2020-02-02T09:00+08")
      let evaluation = try district.results(through: 2, at: "2020-03-11T00:00+08").rows[0].evaluation
      #expect(evaluation.value?.description == value)
      #expect(evaluation.coverage?.rounded.description == coverage)
      #expect(evaluation.isProvisional)
    }
  }

  @Test("an empty base is last year's accepted figure of the same reporter and period")
  func baseOfLastYear() throws {
    var district = District(
      [try District.indicator(.growth, reporters: ["east"]) { $0.continues = "9.1.1" }],
      targets: [try District.target(Figure(1))])
    try district.submit(District.Content(value: Figure(200)), of: "9.1.1", for: "2019-05", at: "2019-06-02T09:00+08")
    try district.submit(District.Content(value: Figure(210)), for: "2020-05", at: "2020-06-02T09:00+08")
    #expect(
      try district.results(through: 5, at: "2020-06-11T00:00+08").rows[0].evaluation.actual?.description == "5")
    try district.review("9.1.1", for: "2019-05", at: "2020-06-03T09:00+08", returning: "重报")
    let row = try district.results(through: 5, at: "2020-06-11T00:00+08").rows[0]
    #expect(row.evaluation.reason == .notAssessable(.baseMissing))
  }

  @Test("the days of a monthly daily average are those of the months that have a figure")
  func daysCovered() throws {
    var district = District(
      [try District.indicator(.dailyAverage, accumulation: .monthly, frequency: .monthlyFromFebruary)],
      targets: [try District.target(Figure(1))])
    try district.submit(District.Content(value: Figure(60)), for: "2020-02", at: "2020-03-02T09:00+08")
    try district.submit(District.Content(value: Figure(30)), by: "west", for: "2020-04", at: "2020-05-02T09:00+08")
    #expect(
      try district.results(through: 4, at: "2020-05-11T00:00+08").rows[0].evaluation.denominator?.description == "90")
  }
}

@Suite("The worst (method, section 10)")
struct WorstTests {
  @Test("is found by exact credits, which print alike")
  func exact() throws {
    let codes = ["1.1.1", "1.1.2", "1.1.3"]
    var district = District(
      try codes.map { try District.indicator(.total, code: $0, reporters: ["east"]) },
      targets: try codes.map { try District.target(Figure(3_000_000), of: $0) })
    // Of what is expected by June two print alike.
    for (code, value) in zip(codes, [1_000_000, 1_000_001, 999_999]) {
      try district.submit(
        District.Content(value: Figure(value)), of: code, for: "2020-06", at: "2020-07-02T09:00+08")
    }
    let results = try district.results(through: 6, at: "2020-07-11T00:00+08")
    #expect(results.rows.map { $0.evaluation.pace?.rounded.description } == ["66.6667", "66.6667", "66.6666"])
    #expect(results.worstPlaces == [2, 3, 1])
  }

  @Test("is red before yellow before grey; headline, then ★, then weight decide between equals; green is never it")
  func order() throws {
    func indicator(_ code: String, _ change: (inout WorkPlan.Indicator) -> Void = { _ in }) throws -> WorkPlan.Indicator
    {
      try District.indicator(.total, code: code, reporters: ["east"], changed: change)
    }
    let indicators = [
      try indicator("1.1.1"), try indicator("1.1.2") { $0.weight = Figure(2) },
      try indicator("1.1.3") { $0.isLivelihood = true }, try indicator("1.1.4") { $0.isHeadline = true },
      try indicator("1.1.5"), try indicator("1.1.6"), try indicator("1.1.7"),
    ]
    var district = District(
      indicators, targets: try indicators.map { try District.target(Figure(100), of: $0.code.description) })
    // Four red alike, one yellow, one green; what nobody reported is grey, of credit 0.
    for (code, value) in [
      ("1.1.1", 20), ("1.1.2", 20), ("1.1.3", 20), ("1.1.4", 20), ("1.1.5", 46), ("1.1.6", 50),
    ] {
      try district.submit(
        District.Content(value: Figure(value)), of: code, for: "2020-06", at: "2020-07-02T09:00+08")
    }
    let results = try district.results(through: 6, at: "2020-07-11T00:00+08")
    #expect(results.worstPlaces == [4, 3, 2, 1, 5, nil, 6])
  }
}

@Suite("Reporting rates")
struct ReportingRateTests {
  @Test("a figure is in time to the last moment of its due day where the plan is, and late at midnight")
  func midnight() throws {
    for (instant, onTime) in [
      ("2020-06-10T23:59:59.999999+08:00", 1), ("2020-06-11T00:00:00+08:00", 0), ("2020-06-10T16:00:00Z", 0),
    ] {
      var district = District([try District.indicator(.total, reporters: ["east"])])
      try district.submit(District.Content(value: Figure(1)), for: "2020-05", at: instant)
      let results = try district.results(through: 5, at: "2020-07-01T00:00+08")
      let may = try #require(results.reportingRates.first { $0.period == 5 })
      #expect(may.submitted == 1)
      #expect(may.onTime == onTime, "\(instant)")
      #expect(results.findings().contains { $0.hasPrefix("late ") } == (onTime == 0))
    }
  }

  @Test("a unit has a line for each period of which something is due from it")
  func lines() throws {
    var district = District([try District.indicator(.total, frequency: .quarterly)])
    try district.submit(
      District.Content(value: Figure(1)), for: "2020-03", at: "2020-04-01T09:00+08", isAccepted: false)
    let rates = try district.results(through: 4, at: "2020-05-11T00:00+08").reportingRates
    #expect(
      rates == [
        ReportingRate(unit: 0, period: 3, due: 1, submitted: 1, onTime: 1, accepted: 0),
        ReportingRate(unit: 1, period: 3, due: 1, submitted: 0, onTime: 0, accepted: 0),
      ])
  }
}

@Suite("Fingerprint")
struct FingerprintTests {
  @Test("whatever a figure says changes it, its stage and its day among them")
  func everyPart() throws {
    let contents = [
      District.Content(stage: .started, progress: Figure(40)),
      District.Content(stage: .notStarted, progress: Figure(40)),
      District.Content(stage: .started, progress: Figure(41)),
      District.Content(stage: .started, progress: Figure(40), occurredOn: Day(parsing: "2020-05-02")),
      District.Content(value: Figure(1), stage: .started, progress: Figure(40)),
    ]
    let fingerprints = try contents.map { content in
      var district = District([try District.indicator(.milestone, reporters: ["east"])])
      try district.submit(content, for: "2020-05", at: "2020-06-02T09:00+08")
      return Fingerprint(of: try district.results(through: 5, at: "2020-06-11T00:00+08").figures)
    }
    #expect(Set(fingerprints.map(\.sha256)).count == contents.count)
    #expect(fingerprints.allSatisfy { $0.count == 1 })
  }

  @Test("it is the SHA-256 over a line a figure, in the order of codes and months")
  func lines() throws {
    var district = District([
      try District.indicator(.share, code: "1.2.1"),
      try District.indicator(.total, code: "1.10.1", reporters: ["west"]),
    ])
    try district.submit(
      District.Content(value: Figure(1), denominator: Figure(3)), of: "1.2.1", for: "2020-02", at: "2020-03-02T09:00+08"
    )
    try district.submit(
      District.Content(value: Figure(parsing: "2.5"), denominator: Figure(9)), of: "1.10.1", by: "west", for: "2020-01",
      at: "2020-03-02T09:00+08")
    let found = Fingerprint(of: try district.results(through: 5, at: "2020-06-11T00:00+08").figures)
    // printf '1.10.1,west,1,1,2.5,-,-,-,-,-,-\n1.2.1,east,2,1,1,3,-,-,-,-,-' | sha256sum
    #expect(found.sha256 == "a2bf8ed717294bb16f929318601c4b9b04d0f4e3146f33fae63f6f55fefb081d")
    #expect(found.count == 2)
  }
}
