import Attainment
import Foundation
import Testing
import Wording

@testable import Catalogue
@testable import Reporting

extension SmallDistrict {
  /// A row explained as it would be when published.
  func explanation(
    of indicator: String = "1.1.1", unit: String? = nil, through month: Int = 6,
    at instant: String = "2020-07-11T00:00+08"
  ) throws -> Explanation {
    let results = try results(through: month, at: instant)
    let row = try ExplainedRow(indicator, unit: unit, of: results.figures)
    let cells = EvaluationCells(row.judged, row.course, first: row.firstTarget, year: 2020).cells
    let published = cells.compactMap { cell in
      cell.text.map { (cell.column, cell.column == "provisional" ? String($0.prefix(1)) : $0) }
    }
    return Explanation(
      row, period: try #require(Month(year: 2020, month: month)),
      publication: Explanation.Publication(
        runID: "1", asOf: instant, asOfLocal: instant, timeZone: "Asia/Shanghai", planVersion: "1", programVersion: "1"),
      submissions: row.submissions { unit, period, _ in
        SubmissionOrigin(file: "\(unit)-\(period).csv", line: "2", submittedBy: "office", lagReason: "疫情")
      },
      findings: [], published: Dictionary(uniqueKeysWithValues: published))
  }
}

/// Expects lines of an explanation, Chinese and English in turn, each as it begins.
private func expect(
  _ explanation: Explanation, _ lines: String..., sourceLocation: SourceLocation = #_sourceLocation
) {
  let texts = Language.allCases.map { explanation.text(in: $0) }
  for line in lines {
    #expect(
      texts.contains { $0.split(separator: "\n").contains { $0.hasPrefix(line) } },
      "\(line)\nin\n\(texts.joined(separator: "\n\n"))", sourceLocation: sourceLocation)
  }
  #expect(explanation.check.isEqual, sourceLocation: sourceLocation)
  let counts = texts.map { $0.split(separator: "\n").count }
  #expect(counts[0] == counts[1], sourceLocation: sourceLocation)
  for text in texts {
    #expect(
      !text.contains("Optional") && !text.contains("()") && !text.contains("{"), "\(text)",
      sourceLocation: sourceLocation)
  }
}

@Suite("An explanation tells which target applies, and why")
struct ExplainedTargetTests {
  private typealias Content = SmallDistrict.Content

  private static func district(
    _ measure: Measure, _ direction: Direction = .atLeast, target: WorkPlan.Target,
    changed change: (inout WorkPlan.Indicator) -> Void = { _ in }
  ) throws -> SmallDistrict {
    SmallDistrict(
      [try SmallDistrict.indicator(measure, direction, accumulation: .point, reporters: ["east"], changed: change)],
      targets: [target])
  }

  private static func half(_ halves: Int) -> Figure { Figure(millionths: Int128(halves) * 500_000) }

  @Test("a tolerance, and what is compared with it")
  func tolerance() throws {
    var district = try Self.district(
      .rate, target: SmallDistrict.target(Self.half(13), tolerance: Self.half(1))
    ) { $0.unitOfMeasure = "%" }
    try district.submit(Content(value: Figure(6)), for: "2020-06", at: "2020-07-02T09:00+08")
    let explanation = try district.explanation()
    expect(
      explanation, "目标：不低于6.5 %，第1版", "  左右：允许偏差0.5 pp，按v − t = 6.5 − 0.5 = 6 %评定",
      "  About: it may be missed by 0.5 pp, and is judged by v − t = 6.5 − 0.5 = 6 %", "Gap to the target: -0.5 pp",
      "Attainment: (100 + A) / (100 + (v − t)) × 100 = (100 + 6) / (100 + (6.5 − 0.5)) × 100 = 100 %")
    #expect(explanation.target?.compared?.printed == "6")
    #expect(explanation.nextWorse?.actual == "6")
  }

  /// 1.1.1 is to be half a point above 1.1.2.
  private static func related() throws -> SmallDistrict {
    SmallDistrict(
      [
        try SmallDistrict.indicator(.growth, reporters: ["east"]) { $0.unitOfMeasure = "%" },
        try SmallDistrict.indicator(.growth, code: "1.1.2") { $0.unitOfMeasure = "%" },
      ],
      targets: [
        try SmallDistrict.target(Self.half(1), relativeTo: "1.1.2"), try SmallDistrict.target(Figure(3), of: "1.1.2"),
      ])
  }

  @Test("another's actual and the difference, and whether that is provisional")
  func relative() throws {
    var district = try Self.related()
    try district.submit(Content(value: Figure(106), base: Figure(100)), for: "2020-06", at: "2020-07-02T09:00+08")
    let none = try district.explanation()
    expect(
      none, "结论：无法评定（灰灯），依据规则3：所比照的1.1.2尚无可用的实绩", "目标：无，第1版", "  比照1.1.2（指标1.1.2）：其尚无可用的实绩",
      "  Relative to 1.1.2 (Indicator 1.1.2), which has no actual that serves", "Left out of the score of Unit planning"
    )
    try district.submit(
      Content(value: Figure(315), base: Figure(300)), of: "1.1.2", for: "2020-06", at: "2020-07-02T09:00+08")
    let explanation = try district.explanation()
    expect(
      explanation, "目标：不低于5.5 %，第1版", "  比照1.1.2（指标1.1.2）：其2020-06实绩5 %，加0.5 pp；其暂定，故本项亦暂定",
      "  Relative to 1.1.2 (Indicator 1.1.2): its actual 5 % of 2020-06 plus 0.5 pp; it is provisional, and so is this",
      "Attainment: A / (B × (1 + v/100)) × 100 = 106 / (100 × (1 + (11/2)/100)) × 100 = 21200/211 ≈ 100.4739 %")
    let relative = try #require(explanation.target?.relativeTo)
    #expect(relative.indicator == "1.1.2")
    #expect(relative.difference == "0.5")
    #expect(relative.provisional)
  }

  @Test("a reference has no target and says so")
  func reference() throws {
    var district = SmallDistrict([
      try SmallDistrict.indicator(.rate, nil, accumulation: .point, reporters: ["east"]) { $0.isReference = true }
    ])
    try district.submit(Content(value: Figure(6)), for: "2020-06", at: "2020-07-02T09:00+08")
    let explanation = try district.explanation()
    expect(
      explanation, "结论：参考（灰灯），依据规则0：仅供参考，不作评定", "目标：无，仅供参考", "Target: none, for reference only", "Actual: A = 6")
    let text = explanation.text(in: .en)
    for word in ["Expected", "score of", "to be met", "Next"] { #expect(!text.contains(word), "\(text)") }
  }

  @Test("the first revision while none is decided, and each change up to the one in force")
  func revisions() throws {
    let targets = [
      try SmallDistrict.target(Figure(800), source: "报告"),
      try SmallDistrict.target(Figure(700), revision: 2, decidedOn: "2020-06-01", source: "常务会议"),
      try SmallDistrict.target(Figure(650), revision: 3, decidedOn: "2020-08-01"),
    ]
    var district = SmallDistrict([try SmallDistrict.indicator(.total, reporters: ["east"])], targets: targets)
    try district.submit(Content(value: Figure(6)), for: "2020-06", at: "2020-07-02T09:00+08")
    expect(
      try district.explanation(), "目标：不低于700，第2版，2020-06-01决定（常务会议）", "目标由800调整为700（2020-06-01，常务会议）",
      "The target changed from 800 to 700, decided on 2020-06-01 (常务会议).")
    let early = try district.explanation(through: 1, at: "2020-01-15T00:00+08")
    expect(
      early, "Target: at least 800; revision 1, decided on 2020-01-20 (报告)",
      "  No target had been decided by then, so that the first revision applies")
    #expect(early.target?.changes.count == 0)
    let late = try district.explanation(through: 8, at: "2020-09-01T00:00+08")
    #expect(late.target?.changes.map(\.to) == ["700", "650"])
  }

  @Test("a unit's allocation is a target of its own")
  func allocation() throws {
    var district = SmallDistrict(
      [try SmallDistrict.indicator(.total, .atMost) { $0.unitOfMeasure = "吨" }],
      targets: [try SmallDistrict.target(Figure(10))])
    district.allocate(.zero, to: "east")
    try district.submit(Content(value: Figure(2)), for: "2020-06", at: "2020-07-02T09:00+08")
    expect(
      try district.explanation(unit: "east"), "结论：未达标（红灯），依据规则5：实绩2已超过上限0", "分解目标：不高于0 吨",
      "Allocation: at most 0 吨", "Attainment: v / A × 100 = 0 / 2 × 100 = 0 %",
      "Pace: attainment × expected / 100 = 0 × 50 / 100 = 0 %",
      "Next better: on track with an actual of at most 0 吨, that is -2 吨")
  }
}

@Suite("An explanation tells what was filled in and what is not there")
struct ExplainedFiguresTests {
  private typealias Content = SmallDistrict.Content

  @Test("a base of last year, and where it was taken from; or none, and why")
  func base() throws {
    func district(continuing code: String?) throws -> SmallDistrict {
      var district = SmallDistrict(
        [try SmallDistrict.indicator(.growth, reporters: ["east"]) { $0.continues = code }],
        targets: [try SmallDistrict.target(Figure(1))])
      try district.submit(Content(value: Figure(110)), for: "2020-06", at: "2020-07-02T09:00+08")
      return district
    }
    var continuing = try district(continuing: "3.2.1")
    expect(
      try continuing.explanation(), "结论：无法评定（灰灯），依据规则3：有报送单位缺同期基数", "计入单位planning的得分：0",
      "  east（单位east）2020-06，第1次报送：数值 110，同期基数 无（未报，上年3.2.1同期无已通过数）",
      "  east (Unit east), 2020-06, revision 1: value 110, base none (not stated, and nothing of last year's 3.2.1 is accepted"
    )
    try continuing.submit(Content(value: Figure(100)), of: "3.2.1", for: "2019-06", at: "2019-07-02T09:00+08")
    let explanation = try continuing.explanation()
    expect(
      explanation, "  east（单位east）2020-06，第1次报送：数值 110，同期基数 100（未报，取上年3.2.1的2019-06已通过数，第1次报送），滞后原因 疫情",
      "  east (Unit east), 2020-06, revision 1: value 110, base 100 (not stated; last year's accepted figure of 3.2.1, 2019-06, "
        + "revision 1), reason 疫情")
    #expect(explanation.submissions[0].baseValueFrom == .lastYear)
    #expect(explanation.submissions[0].taken?.period.description == "2019-06")
    expect(
      try district(continuing: nil).explanation(),
      "  east（单位east）2020-06，第1次报送：数值 110，同期基数 无（未报，本指标不延续上年指标）")
  }

  @Test("what is not due yet is not overdue, and one that came early waits for the others")
  func dueDay() throws {
    var district = SmallDistrict(
      [try SmallDistrict.indicator(.total) { $0.dueDay = 45 }], targets: [try SmallDistrict.target(Figure(400))])
    for unit in ["east", "west"] {
      try district.submit(Content(value: Figure(80)), by: unit, for: "2020-05", at: "2020-06-20T09:00+08")
    }
    try district.submit(Content(value: Figure(90)), for: "2020-06", at: "2020-07-02T09:00+08")
    let explanation = try district.explanation(at: "2020-07-15T00:00+08")
    expect(
      explanation, "计量方式：总量，累计数取最新一期，每月报送（后第二个月14日前）", "采用数据（数据月份2020-05，已通过2／应报2，数据覆盖率100%）：",
      "  2020-06截止日2020-08-14，当时未到期，不算逾期未报；已通过1／2，到期或齐全后采用",
      "  2020-06 is due by 2020-08-14 only, so that it is not overdue; 1 of 2 are in and count once it is due or all are"
    )
    #expect(explanation.outstanding.map(\.isDue) == [false])
    try district.submit(Content(value: Figure(90)), by: "west", for: "2020-06", at: "2020-07-02T09:00+08")
    expect(
      try district.explanation(at: "2020-07-05T00:00+08"),
      "Figures used (figure period 2020-06, latest due period 2020-04, 2 of 2 in, coverage 100 %):")
    expect(
      try district.explanation(through: 1, at: "2020-02-20T00:00+08"),
      "结论：未到报期（灰灯），依据规则1：尚无到期数据，首个应报月份为2020-01，截止日2020-03-14")
  }

  @Test("what waits for review, was returned or is missing is told of each reporter")
  func outstanding() throws {
    var district = SmallDistrict(
      [try SmallDistrict.indicator(.total)], targets: [try SmallDistrict.target(Figure(400))])
    try district.submit(Content(value: Figure(90)), for: "2020-06", at: "2020-07-02T09:00+08", isAccepted: false)
    expect(
      try district.explanation(), "结论：无数据（灰灯），依据规则2", "  2020-06（截止日2020-07-10）：单位east待审核、单位west缺报",
      "  Outstanding of 2020-06, due by 2020-07-10: Unit east: awaiting review, Unit west: missing",
      "Counts in the score of Unit planning: 0, weight 1")
    try district.submit(
      Content(value: Figure(80)), by: "west", for: "2020-06", at: "2020-07-03T09:00+08", isAccepted: false)
    expect(
      try district.explanation(), "结论：待审核（灰灯），依据规则2：应报至2020-06，已报送的数据均待审核", "不计入单位planning的得分",
      "Verdict: awaiting review (grey), by rule 2: figures were due up to 2020-06, and those that came await review")
    try district.review(of: "west", for: "2020-06", at: "2020-07-04T09:00+08", returning: "缺附件")
    expect(try district.explanation(), "  2020-06（截止日2020-07-10）：单位east待审核、单位west已退回")
  }

  @Test("a milestone with a reporter missing is promised nothing that cannot be")
  func milestone() throws {
    var district = SmallDistrict([try SmallDistrict.indicator(.milestone, dueMonth: 6) { $0.accumulation = .point }])
    try district.submit(Content(stage: .completed), for: "2020-06", at: "2020-07-02T09:00+08")
    let explanation = try district.explanation()
    expect(
      explanation, "结论：略有滞后（黄灯），依据规则8：进度比99%", "实绩：min(Σp / n, 99) = min(100 / 1, 99) = 99",
      "  2020-06（截止日2020-07-10）：单位west缺报")
    #expect(explanation.nextBetter == nil)
  }
}

@Suite("An explanation tells what is expected by when, and where the year leads")
struct ExplainedExpectationTests {
  private typealias Content = SmallDistrict.Content

  private static func explained(
    _ measure: Measure = .total, _ direction: Direction = .atLeast, target: Figure? = Figure(10),
    value: Figure = Figure(3),
    profile: [(Int, WorkPlan.ProfilePoint.Expected)] = [], floors: [Measure: Figure] = [:],
    changed change: (inout WorkPlan.Indicator) -> Void = { _ in }
  ) throws -> Explanation {
    var district = SmallDistrict(
      [try SmallDistrict.indicator(measure, direction, reporters: ["east"], changed: change)],
      targets: try target.map { [try SmallDistrict.target($0)] } ?? [])
    for (month, expected) in profile { district.expect(expected, by: month) }
    district.plan.floors = floors
    try district.submit(
      Content(value: value, denominator: measure.takesDenominator ? Figure(20_000) : nil), for: "2020-05",
      at: "2020-06-02T09:00+08")
    return try district.explanation(through: 5, at: "2020-06-11T00:00+08")
  }

  @Test("in equal parts, and in whole things where these are counted")
  func linear() throws {
    expect(
      try Self.explained(), "截至2020-05序时进度（按月均衡）：min(k / K, 1) × 100 = min(5 / 12, 1) × 100 = 125/3 ≈ 41.6667%",
      "Pace: attainment / expected × 100 = 30 / (125/3) × 100 = 72 %", "略有滞后的下限：90%（总量的默认值）",
      "Projection to the due month: A / e × 100 = 3 / (125/3) × 100 = 7.2",
      "Needed in each month left: max(v − A, 0) / (K − k) = max(10 − 3, 0) / (12 − 5) = 1")
    let whole = try Self.explained { $0.isWhole = true }
    expect(
      whole, "  取整数后序时进度：⌊v × e / 100⌋ / v × 100 = ⌊10 × (125/3) / 100⌋ / 10 × 100 = 40%",
      "  in whole things: ⌊v × e / 100⌋ / v × 100 = ⌊10 × (125/3) / 100⌋ / 10 × 100 = 40 %",
      "Pace: attainment / expected × 100 = 30 / 40 × 100 = 75 %",
      "Next better: on track with an actual of at least 4, that is +1")
    #expect(whole.definition.isWhole)
  }

  @Test("nothing before the due month, a profile's percentages or amounts, all at any date")
  func others() throws {
    expect(
      try Self.explained { $0.pacing = .atDue }, "截至2020-05序时进度（到完成月份一次计）：0%",
      "Expected by 2020-05 (nothing before the due month): 0 %",
      "不计入单位planning的得分", "结论：符合进度（绿灯），依据规则8：本期序时进度为0，视为符合进度")
    expect(
      try Self.explained(profile: [(4, .percentage(Figure(35))), (12, .percentage(Figure(100)))]),
      "截至2020-05序时进度（按月度计划百分比）：35%")
    expect(
      try Self.explained(profile: [(4, .amount(Figure(4))), (12, .amount(Figure(10)))]),
      "截至2020-05序时进度（按月度计划数量占全区目标的比重）：min(p / V, 1) × 100 = min(4 / 10, 1) × 100 = 40%")
    expect(try Self.explained(.stock), "Expected by 2020-05 (as at any date): 100 %")
  }

  @Test("a unit's part is expected by the parts of the district's target")
  func amountsOfUnit() throws {
    var district = SmallDistrict(
      [try SmallDistrict.indicator(.total)], targets: [try SmallDistrict.target(Figure(10))])
    district.allocate(Figure(5), to: "east")
    for (month, amount) in [(4, 4), (12, 10)] { district.expect(.amount(Figure(amount)), by: month) }
    try district.submit(Content(value: Figure(1)), for: "2020-05", at: "2020-06-02T09:00+08")
    expect(
      try district.explanation(unit: "east", through: 5, at: "2020-06-11T00:00+08"), "Allocation: at least 5",
      "Attainment: A / v × 100 = 1 / 5 × 100 = 20 %",
      "Expected by 2020-05 (by the plan's amounts a month, as parts of the district's target): min(p / V, 1) × 100 = "
        + "min(4 / 10, 1) × 100 = 40 %")
  }

  @Test("a limit allows its part of the year")
  func limit() throws {
    expect(
      try Self.explained(.total, .atMost, value: Figure(5)), "结论：严重滞后（红灯），依据规则8：进度比83.3333%，低于下限90%",
      "Pace: attainment × expected / 100 = 200 × (125/3) / 100 = 250/3 ≈ 83.3333 %"
    )
  }

  @Test("the floor says whose it is")
  func floor() throws {
    expect(
      try Self.explained(floors: [.total: Figure(85)]), "Floor of the pace: 85 % (the plan's for the measure total)")
    expect(
      try Self.explained(floors: [.total: Figure(85)]) { $0.behindFloor = Figure(80) },
      "Floor of the pace: 80 % (the indicator's own)")
  }

  @Test("a ratio is stated per so many of its denominator")
  func ratio() throws {
    expect(
      try Self.explained(.ratio, target: Figure(170), value: Figure(350)) {
        $0.scale = Figure(10_000)
        $0.unitOfMeasure = "件/万人"
      }, "实绩：N / D × scale = 350 / 20000 × 10000 = 175 件/万人",
      "Attainment: (N / D × scale) / v × 100 = (350 / 20000 × 10000) / 170 × 100 = 1750/17 ≈ 102.9412 %")
  }

  @Test("last year's course, and where it leads")
  func lastYear() throws {
    var district = SmallDistrict(
      [try SmallDistrict.indicator(.total, reporters: ["east"]) { $0.continues = "3.2.1" }],
      targets: [try SmallDistrict.target(Figure(400))])
    district.planBefore = SmallDistrict([try SmallDistrict.indicator(.total, code: "3.2.1", reporters: ["east"])]).plan
    district.planBefore?.year = 2019
    for (period, value) in [("2019-06", 100), ("2019-12", 350)] {
      try district.submit(Content(value: Figure(value)), of: "3.2.1", for: period, at: "\(period)-28T09:00+08")
    }
    try district.submit(Content(value: Figure(110)), for: "2020-06", at: "2020-07-02T09:00+08")
    let explanation = try district.explanation()
    expect(
      explanation, "上年同期（3.2.1，2019-06）实绩：100", "按上年走势全年预计：A × Y / Yₖ = 110 × 350 / 100 = 385",
      "Projection by last year's course: A × Y / Yₖ = 110 × 350 / 100 = 385")
    #expect(explanation.lastYear?.projected?.printed == "385")
  }

  @Test("the JSON says the same in fields")
  func json() throws {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let explanation = try Self.explained { $0.isWhole = true }
    let fields = try #require(try JSONSerialization.jsonObject(with: encoder.encode(explanation)) as? [String: Any])
    let definition = try #require(fields["definition"] as? [String: Any])
    #expect(definition["expectation"] as? String == "linear")
    #expect(definition["floor_from"] as? String == "measure")
    #expect(definition["due_day"] as? Int == 10)
    #expect(fields["expected_in_whole"] as? Bool == true)
    let better = try #require(fields["next_better"] as? [String: Any])
    #expect(better["verdict"] as? String == "on_track")
    #expect(better["actual"] as? String == "4")
    #expect((fields["credit"] as? [String: Any])?["printed"] as? String == "75")
    #expect((fields["projected"] as? [String: Any])?["printed"] as? String == "7.2")
  }
}
