import Attainment
import Testing
import Wording

@Suite("The lines of an explanation")
struct ExplanationSentenceTests {
  private let june: Month
  private let december: Month

  init() throws {
    june = try #require(Month(year: 2020, month: 6))
    december = try #require(Month(year: 2020, month: 12))
  }

  @Test("what is explained and how it was judged")
  func head() {
    expect(
      ExplanationSentence.heading(
        indicator: "2.2.1", name: Phrase(zh: "零售额", en: "Retail sales"), district: Phrase(zh: "静安区", en: "Jing'an"),
        unit: Phrase(zh: "镇", en: "Town"), period: june),
      "2.2.1 零售额，静安区·镇，2020-06", "2.2.1 Retail sales, Jing'an, Town, 2020-06")
    expect(
      ExplanationSentence.publication(
        run: "7", asOf: "2020-07-11 00:00:00", timeZone: "Asia/Shanghai", planVersion: "2", programVersion: "1.0.0"),
      "第7次运行发布，数据截至2020-07-11 00:00:00（Asia/Shanghai），计划第2版，程序1.0.0版",
      "published as run 7, as of 2020-07-11 00:00:00 (Asia/Shanghai), plan version 2, program version 1.0.0")
    expect(
      ExplanationSentence.verdict(.offTrack, rule: 8, reason: Phrase(zh: "因为", en: "because")),
      "结论：严重滞后（红灯），依据规则8：因为", "Verdict: off track (red), by rule 8: because")
    expect(
      ExplanationSentence.measure(.growth, .cumulative, .monthlyFromFebruary, dueMonth: december),
      "计量方式：增速，累计数取最新一期，2月起每月报送，应于2020-12前完成",
      "Measure: growth; cumulative figures, each reporter's latest; reported monthly from February; to be met by 2020-12"
    )
  }

  @Test("a target, an allocation, a stage, or none")
  func target() {
    expect(
      ExplanationSentence.target("800 亿元", .atLeast, revision: "1", decidedOn: "2020-01-20", source: "报告"),
      "目标：不低于800 亿元，第1版，2020-01-20决定（报告）",
      "Target: at least 800 亿元; revision 1, decided on 2020-01-20 (报告)")
    expect(ExplanationSentence.allocation("5 家", .atMost), "分解目标：不高于5 家", "Allocation: at most 5 家")
    expect(ExplanationSentence.toReach(.completed), "目标：已完成", "Target: completed")
    expect(ExplanationSentence.toReach(nil), "目标：完成", "Target: to be done")
    expect(ExplanationSentence.noTarget, "目标：无", "Target: none")
  }

  @Test("the figures used, whose they are and who took them")
  func figures() {
    expect(
      ExplanationSentence.figures(
        period: june, latestDue: june, accepted: 5, due: 6, coverage: "83.3333", isProvisional: true),
      "采用数据（数据月份2020-06，最近应报月份2020-06，已通过5／应报6，数据覆盖率83.3333%，暂定）：",
      "Figures used (figure period 2020-06, latest due period 2020-06, 5 of 6 in, coverage 83.3333 %, provisional):")
    expect(
      ExplanationSentence.noFigures(due: 2, latestDue: june), "采用数据：无（应报单位2个，最近应报月份2020-06）",
      "Figures used: none (2 expected, latest due period 2020-06)")
    expect(
      ExplanationSentence.submission(
        reporter: "statistics", name: Phrase(zh: "统计局", en: "Statistics Bureau"), period: june, revision: "2",
        content: [
          (Term.value, Phrase(zh: "350.43", en: "350.43")), (Term.baseValue, ExplanationSentence.lastYears("340")),
          (Term.stage, Stage.notStarted.name),
        ]),
      "  statistics（统计局）2020-06，第2次报送：数值 350.43，同期基数 340（上年已通过数），阶段 未启动",
      "  statistics (Statistics Bureau), 2020-06, revision 2: value 350.43, base 340 (last year's accepted figure), "
        + "stage not started")
    expect(
      ExplanationSentence.provenance(
        submittedAt: "2020-07-06 14:00:00", by: "job", file: "a.csv", line: "3", acceptedAt: "2020-07-07 09:00:00",
        by: "office"),
      "    2020-07-06 14:00:00由job报送（a.csv第3行）；2020-07-07 09:00:00由office审核通过",
      "    submitted 2020-07-06 14:00:00 by job (a.csv, line 3); accepted 2020-07-07 09:00:00 by office")
    expect(
      ExplanationSentence.provenance(submittedAt: "x", by: "job", file: "a.csv", line: "3", acceptedAt: "y", by: nil),
      "    x由job报送（a.csv第3行）；y按计划自动通过",
      "    submitted x by job (a.csv, line 3); accepted y without review, as the plan says")
  }

  @Test("what they come to, and what would change the verdict")
  func result() {
    expect(ExplanationSentence.accumulated("A = 1"), "汇总：A = 1", "Accumulated: A = 1")
    expect(ExplanationSentence.actual("1 家"), "实绩：1 家", "Actual: 1 家")
    expect(ExplanationSentence.gap("-1 家"), "与目标差距：-1 家", "Gap to the target: -1 家")
    expect(ExplanationSentence.attainment("50"), "达标率：50%", "Attainment: 50 %")
    expect(ExplanationSentence.expected("50", by: june), "截至2020-06序时进度：50%", "Expected by 2020-06: 50 %")
    expect(ExplanationSentence.pace("100"), "进度比：100%", "Pace: 100 %")
    expect(ExplanationSentence.projected("2 家"), "按此进度全年预计：2 家", "Projection to the due month: 2 家")
    expect(ExplanationSentence.requiredPerMonth("1 家"), "后续月均需完成：1 家", "Needed in each month left: 1 家")
    expect(
      ExplanationSentence.nextBetter(.behind, .atLeast, actual: "360 亿元", distance: "+9.57 亿元"),
      "距上一档“略有滞后”：实绩须达到360 亿元，即+9.57 亿元",
      "Next better: behind with an actual of at least 360 亿元, that is +9.57 亿元")
    expect(
      ExplanationSentence.nextWorse(.missed, .above, actual: "5", distance: "+1"), "距下一档“未达标”：实绩高于5时，即+1",
      "Next worse: missed with an actual above 5, that is +1")
  }

  @Test("what was found, and whether it is as published")
  func check() {
    expect(ExplanationSentence.noFindings, "核查问题：无", "Findings: none")
    expect(
      ExplanationSentence.finding(.late, .info, Phrase(zh: "迟了。", en: "It was late.")), "  [提示] 迟报：迟了。",
      "  [info] late: It was late.")
    expect(
      ExplanationSentence.notAsPublished(differing: 1, of: 19), "！！！与发布结果不一致：按当时的报送数据重新计算，19项中有1项不同",
      "!!! NOT AS PUBLISHED: recomputed from the submissions, 1 of 19 cells differ")
    expect(
      ExplanationSentence.difference(in: "actual", published: "350.43", recomputed: nil), "！！！  实绩：发布为350.43，重新计算为空",
      "!!!   actual: published 350.43, recomputed empty")
    expect(
      ExplanationSentence.asPublished(cells: 19), "核对：由报送数据重新计算的19项与发布结果完全一致",
      "Checked: 19 cells recomputed from the submissions equal the published ones")
    expect(
      ExplanationSentence.notAsPublished(differing: 2), "核对：！！！2项与发布结果不一致，见上",
      "Checked: !!! 2 cells differ from the published ones, see above")
  }
}

@Suite("Why a rule decided")
struct RuleSentenceTests {
  @Test("each rule quotes what made it apply")
  func rules() throws {
    let june = try #require(Month(year: 2020, month: 6))
    let may = try #require(Month(year: 2020, month: 5))
    expect(
      RuleSentence.nothingDue(upTo: may, firstDue: june), "截至2020-05尚无应报数据，首个应报月份为2020-06",
      "no figure is due up to 2020-05; the first due period is 2020-06")
    expect(
      RuleSentence.nothingAccepted(dueUpTo: june), "应报至2020-06，但本年度尚无已通过的数据",
      "figures were due up to 2020-06, but none of the year is accepted")
    expect(
      RuleSentence.reachedForGood(attainment: "125"), "达标率125%，已达到100%，以后各月不再改变",
      "attainment 125 % reaches 100 %, which later months cannot undo")
    expect(
      RuleSentence.exceededForGood(actual: "5", limit: "4"), "实绩5已超过上限4，以后各月不再改变",
      "the actual 5 exceeds the limit 4, which later months cannot undo")
    expect(
      RuleSentence.latestPeriodOutstanding(dueUpTo: june, latest: may), "应报至2020-06，最新数据仅至2020-05",
      "figures were due up to 2020-06, the latest are of 2020-05")
    expect(
      RuleSentence.whenDue(dueMonth: june, attainment: "99.75", isMet: false), "已到完成月份2020-06且数据齐全，达标率99.75%，低于100%",
      "the due month 2020-06 is reached with all figures in, and attainment 99.75 % is below 100 %")
    expect(
      RuleSentence.whenDue(dueMonth: june, attainment: nil, isMet: true), "已到完成月份2020-06且数据齐全，实绩为零或负，视为达到100%",
      "the due month 2020-06 is reached with all figures in, and a level of zero or less reaches 100 %")
  }

  @Test("a pace stands against its bounds")
  func pace() {
    expect(RuleSentence.onSchedule(pace: "100"), "进度比100%，不低于100%", "pace 100 % is at least 100 %")
    expect(
      RuleSentence.aboveFloor(pace: "95", floor: Figure(90)), "进度比95%，低于100%，不低于下限90%",
      "pace 95 % is below 100 %, but not below the floor 90 %")
    expect(
      RuleSentence.belowFloor(pace: "45", floor: Figure(90)), "进度比45%，低于下限90%", "pace 45 % is below the floor 90 %")
    expect(
      RuleSentence.limitMet, "实绩为零或负，“不高于”目标必然满足", "a level of zero or less meets a target that is not to be exceeded")
    expect(RuleSentence.nothingExpected, "本期序时进度为0，视为符合进度", "nothing is expected yet, so the pace counts as met")
  }
}

@Suite("What keeps a target from being judged")
struct ObstacleTests {
  @Test("each obstacle is named, with the figure that is one")
  func obstacles() {
    expect(Reason.Obstacle.noTarget.sentence, "没有目标", "there is no target")
    expect(Reason.Obstacle.valueMissing.sentence, "有报送单位缺数值", "the value of a reporter is missing")
    expect(Reason.Obstacle.baseMissing.sentence, "有报送单位缺同期基数", "the base of a reporter is missing")
    expect(Reason.Obstacle.denominatorMissing.sentence, "有报送单位缺分母", "the denominator of a reporter is missing")
    expect(
      Reason.Obstacle.baseDenominatorMissing.sentence, "有报送单位缺同期分母", "the base denominator of a reporter is missing")
    expect(Reason.Obstacle.baseNotPositive(Figure(-3)).sentence, "同期基数-3不大于0", "the base -3 is not above 0")
    expect(Reason.Obstacle.denominatorNotPositive(Figure(0)).sentence, "分母0不大于0", "the denominator 0 is not above 0")
    expect(
      Reason.Obstacle.baseDenominatorNotPositive(Figure(0)).sentence, "同期分母0不大于0",
      "the base denominator 0 is not above 0")
    expect(
      Reason.Obstacle.targetNotPositive.sentence, "目标不大于0，不能作除数", "the target is not above 0 and cannot be divided by")
  }
}

/// Expects both texts of a phrase.
func expect(
  _ phrase: Phrase, _ zh: String, _ en: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(phrase.zh == zh, sourceLocation: sourceLocation)
  #expect(phrase.en == en, sourceLocation: sourceLocation)
}
