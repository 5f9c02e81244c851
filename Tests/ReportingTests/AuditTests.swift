import Attainment
import Testing

@testable import Catalogue
@testable import Ledger
@testable import Reporting

private typealias District = SmallDistrict

@Suite("Findings")
struct AuditTests {
  private func findings(_ district: District, through month: Int = 2, at instant: String = "2020-03-11T00:00+08") throws
    -> [String]
  {
    try district.results(through: month, at: instant).findings().filter { !$0.hasPrefix("missing ") }
  }

  @Test("a period without an accepted figure is missing, with the day by which it is due")
  func missing() throws {
    var district = District([try District.indicator(.total, reporters: ["east"])])
    try district.submit(District.Content(value: Figure(1)), for: "2020-01", at: "2020-02-02T09:00+08")
    #expect(
      try district.results(through: 2, at: "2020-03-11T00:00+08").findings() == [
        "missing east 2: 无已通过的数据，报送截止日为2020-03-10 | No accepted figure; it is due by 2020-03-10."
      ])
  }

  @Test("a figure that first came after its due day is late, by the plan's calendar")
  func late() throws {
    var district = District([try District.indicator(.total, reporters: ["east"])])
    try district.submit(District.Content(value: Figure(1)), for: "2020-01", at: "2020-02-10T16:30:00Z")
    #expect(
      try findings(district) == [
        "late east 1: 首次报送于2020-02-11，迟于截止日2020-02-10 | First submitted on 2020-02-11, after the due date 2020-02-10."
      ])
  }

  @Test("the newest revision awaits review or was returned, while an older one counts; its figures are not told")
  func newest() throws {
    var district = District([try District.indicator(.total, reporters: ["east"])])
    try district.submit(District.Content(value: Figure(1)), for: "2020-01", at: "2020-02-02T09:00+08")
    try district.submit(
      District.Content(value: Figure(2)), for: "2020-01", revision: 2, at: "2020-02-03T09:00+08", isAccepted: false)
    #expect(
      try findings(district) == [
        "awaiting_review east 1: 第2次报送于2020-02-03报来，尚未审核 | Revision 2, submitted on 2020-02-03, awaits review."
      ])
    try district.review(for: "2020-01", revision: 2, at: "2020-02-04T09:00+08", returning: "数字有误。")
    #expect(
      try findings(district) == [
        "returned east 1: 第2次报送（2020-02-03报来）已退回，未再报送；退回原因：数字有误 | "
          + "Revision 2, submitted on 2020-02-03, was returned and nothing newer came; the reason: 数字有误."
      ])
    try district.submit(
      District.Content(value: Figure(3)), for: "2020-01", revision: 3, at: "2020-02-05T09:00+08")
    #expect(try findings(district) == [])
  }

  @Test("a cumulative value that falls, from the reporter's own period before")
  func cumulativeDecrease() throws {
    var district = District([try District.indicator(.total)])
    try district.submit(District.Content(value: Figure(5)), for: "2020-01", at: "2020-02-02T09:00+08")
    try district.submit(District.Content(value: Figure(4)), for: "2020-02", at: "2020-03-02T09:00+08")
    try district.submit(District.Content(value: Figure(3)), by: "west", for: "2020-02", at: "2020-03-02T09:00+08")
    #expect(
      try findings(district) == [
        "cumulative_decrease east 2: 累计值4小于2020-01的5 | The cumulative value is 4, less than the 5 of 2020-01."
      ])
  }

  @Test("bases that differ from last year's figures, and bases that are missing")
  func bases() throws {
    var district = District([
      try District.indicator(.intensityChange, .atMost, reporters: ["east"]) { $0.continues = "9.1.1" }
    ])
    try district.submit(
      District.Content(value: Figure(7), denominator: Figure(9)), of: "9.1.1", for: "2019-01",
      at: "2019-02-02T09:00+08")
    try district.submit(
      District.Content(value: Figure(6), denominator: Figure(10), base: Figure(8), baseDenominator: Figure(9)),
      for: "2020-01", at: "2020-02-02T09:00+08")
    try district.submit(
      District.Content(value: Figure(6), denominator: Figure(10), base: Figure(8)), for: "2020-02",
      at: "2020-03-02T09:00+08")
    #expect(
      try findings(district) == [
        "base_differs east 1: 所报同期基数8与上年已通过数7不一致 | The stated base is 8, last year's accepted figure 7.",
        "no_base east 2: 分母10无同期分母：未报，上年同期亦无已通过的数据 | "
          + "The denominator 10 has no base: none is stated, and none was accepted last year.",
      ])
  }

  @Test("only the latest figure's missing base is told where figures are cumulative")
  func latestBase() throws {
    for (accumulation, count) in [(Accumulation.cumulative, 1), (.monthly, 2)] {
      var district = District([try District.indicator(.growth, accumulation: accumulation, reporters: ["east"])])
      for (period, day) in [("2020-01", "02"), ("2020-02", "03")] {
        try district.submit(District.Content(value: Figure(6)), for: period, at: "2020-\(day)-02T09:00+08")
      }
      #expect(try findings(district).count == count)
    }
  }

  @Test("totals: allocations that do not add up, a part above its whole, a share above 100 %, a negative level")
  func totals() throws {
    var district = District(
      [
        try District.indicator(.total, code: "1.1.1"), try District.indicator(.total, code: "1.1.2", partOf: "1.1.1"),
        try District.indicator(.share, code: "1.1.3", reporters: ["east"]),
        try District.indicator(.stock, code: "1.1.4", accumulation: .point, reporters: ["east"]),
      ], targets: [try District.target(Figure(10))])
    district.allocate(Figure(4), to: "east")
    district.allocate(Figure(5), to: "west")
    let at = "2020-03-02T09:00+08"
    try district.submit(District.Content(value: Figure(5)), of: "1.1.1", for: "2020-02", at: at)
    try district.submit(District.Content(value: Figure(6)), of: "1.1.2", for: "2020-02", at: at)
    try district.submit(
      District.Content(value: Figure(3), denominator: Figure(2)), of: "1.1.3", for: "2020-02", at: at)
    try district.submit(District.Content(value: Figure(-3)), of: "1.1.4", for: "2020-02", at: at)
    #expect(
      try findings(district) == [
        "allocation_mismatch - -: 分解合计9与目标10不符，相差-1 | "
          + "The allocations add up to 9, the target is 10: a difference of -1.",
        "part_exceeds_whole - 2: 累计数6大于其所属指标1.1.1的5 | It stands at 6, more than the 5 of 1.1.1, of which it is part.",
        "numerator_exceeds_denominator - 2: 分子3大于分母2 | The numerator 3 exceeds the denominator 2.",
        "negative_value east 2: 数值-3为负 | The value -3 is negative.",
      ])
  }

  @Test("findings come in plan order, then by code, unit and period")
  func order() throws {
    var district = District([
      try District.indicator(.total, code: "1.1.1"), try District.indicator(.total, code: "1.1.2"),
    ])
    try district.submit(
      District.Content(value: Figure(1)), of: "1.1.2", by: "west", for: "2020-01", at: "2020-02-12T09:00+08")
    let order = try district.results(through: 2, at: "2020-03-11T00:00+08").findings().map { $0.prefix { $0 != ":" } }
    #expect(
      order == [
        "missing east 1", "missing east 2", "missing west 1", "missing west 2", "late west 1", "missing east 1",
        "missing east 2", "missing west 2",
      ])
  }
}

@Suite("What changed since earlier publications")
struct RevisionTests {
  private let first = "2020-03-11T00:00+08"

  private func publication(
    _ instant: String, run: Int = 1, month: Int = 2, planVersion: Int = 1
  ) throws -> EarlierPublication {
    EarlierPublication(
      runID: run, month: month, asOf: try #require(Instant(parsing: instant)), planVersion: planVersion, sha256: "")
  }

  /// What a publication's revisions say, as their rows' places and causes.
  private func told(
    _ results: MonthResults, since before: [RowName: PublishedCells], at instant: String? = nil, planVersion: Int = 1
  ) throws -> [String] {
    let publication = try publication(instant ?? first, planVersion: planVersion)
    let targets = results.inForce.plan.targets(inForceOn: results.inForce.zone.day(of: publication.asOf))
    return results.revisions(since: before, of: publication, targets: targets, planVersion: 1).map {
      "\($0.ordinal) \($0.because ?? "-")"
    }
  }

  private func district() throws -> District {
    var district = District([try District.indicator(.total)], targets: [try District.target(Figure(60))])
    district.allocate(Figure(30), to: "east")
    district.allocate(Figure(30), to: "west")
    try district.submit(District.Content(value: Figure(5)), for: "2020-02", at: "2020-03-02T09:00+08")
    try district.submit(District.Content(value: Figure(6)), by: "west", for: "2020-02", at: "2020-03-02T09:00+08")
    return district
  }

  @Test("a correction is told of the rows that it changes, with the figure, and as a finding that quotes both")
  func correction() throws {
    var district = try district()
    let before = try district.results(through: 2, at: first).publishedCells
    try district.submit(
      District.Content(value: Figure(4)), for: "2020-02", revision: 2, at: "2020-03-20T09:00+08")
    let results = try district.results(through: 2, at: "2020-04-01T00:00+08")
    let uses = results.figures.uses(in: [try publication(first)])
    #expect(
      try told(results, since: before) == [
        "1 east 2020-02: 5 (revision 1) -> 4 (revision 2)", "2 east 2020-02: 5 (revision 1) -> 4 (revision 2)",
      ])
    #expect(
      results.findings(uses).contains(
        "revised_after_publication east 2: 2020-02报告采用第1次报送（数值5），现采用第2次报送（数值4） | "
          + "The report for 2020-02 used revision 1 (value 5); now revision 2 (value 4) counts."))
  }

  @Test("a verdict that changed by itself is a revision, whatever the figures")
  func verdictAlone() throws {
    let district = try district()
    let results = try district.results(through: 2, at: first)
    var before = results.publishedCells
    for (name, cell) in before {
      before[name] = PublishedCells(
        target: cell.target, actual: cell.actual, attainment: cell.attainment, pace: cell.pace, verdict: "behind",
        light: cell.light)
    }
    #expect(try told(results, since: before) == ["1 -", "2 -", "3 -"])
    #expect(try told(results, since: results.publishedCells).isEmpty)
  }

  @Test("only the last publication that reaches a figure counts, so that a change is told once")
  func lastUse() throws {
    var district = try district()
    try district.submit(
      District.Content(value: Figure(4)), for: "2020-02", revision: 2, at: "2020-03-20T09:00+08")
    try district.submit(
      District.Content(value: Figure(3)), for: "2020-02", revision: 3, at: "2020-04-20T09:00+08")
    let publications = [
      try publication(first), try publication("2020-04-11T00:00+08", run: 2, month: 3),
      try publication("2020-04-11T00:00+08", run: 1, month: 3),
      try publication("2020-05-15T00:00+08", run: 4, month: 1),
    ]
    let results = try district.results(through: 4, at: "2020-06-01T00:00+08")
    let uses = results.figures.uses(in: publications)
    #expect(uses.map(\.publication.runID) == [2])
    let told = results.findings(uses).filter { $0.hasPrefix("revised_after_publication") }
    #expect(told.count == 1)
    #expect(told.first?.contains("2020-03报告采用第2次报送（数值4），现采用第3次报送（数值3）") == true)
    let after = publications + [try publication("2020-05-01T00:00+08", run: 3, month: 4)]
    #expect(results.figures.uses(in: after).isEmpty)
  }

  @Test("a correction of last year's figure that fills a base is told of the rows that it changes")
  func lastYearsFigure() throws {
    var district = District(
      [try District.indicator(.growth, reporters: ["east"]) { $0.continues = "9.1.1" }],
      targets: [try District.target(Figure(2))])
    try district.submit(
      District.Content(value: Figure(100)), of: "9.1.1", for: "2019-02", at: "2019-03-02T09:00+08")
    try district.submit(District.Content(value: Figure(102)), for: "2020-02", at: "2020-03-02T09:00+08")
    let published = try district.results(through: 2, at: first)
    #expect(published.rows[0].evaluation.verdict == .onTrack)
    try district.submit(
      District.Content(value: Figure(110)), of: "9.1.1", for: "2019-02", revision: 2, at: "2020-03-20T09:00+08")
    let results = try district.results(through: 2, at: "2020-04-01T00:00+08")
    #expect(results.rows[0].evaluation.verdict == .offTrack)
    #expect(
      try told(results, since: published.publishedCells) == [
        "1 east 2019-02, last year's figure: 100 (revision 1) -> 110 (revision 2)"
      ])
    let uses = results.figures.uses(in: [try publication(first)])
    #expect(results.findings(uses).contains { $0.hasPrefix("revised_after_publication east 2:") })
  }

  @Test("an acceptance that was taken back")
  func takenBack() throws {
    var district = try district()
    try district.review(for: "2020-02", at: "2020-03-15T09:00+08", returning: "重报")
    let results = try district.results(through: 2, at: "2020-04-01T00:00+08")
    let uses = results.figures.uses(in: [try publication(first)])
    #expect(results.findings(uses).contains { $0.contains("现无已通过的数据 | ") })
    #expect(uses.map { $0.figure?.now == nil } == [true])
  }
}
