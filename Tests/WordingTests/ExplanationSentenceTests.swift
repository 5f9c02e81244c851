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
      ExplanationSentence.measure(.growth, .cumulative, .monthlyFromFebruary, dueDay: 31, dueMonth: december),
      "计量方式：增速，累计数取最新一期，2月起每月报送（次月31日前），应于2020-12前完成",
      "Measure: growth; cumulative figures, each reporter's latest; reported monthly from February, by day 31 of the month "
        + "after; to be met by 2020-12")
    expect(
      ExplanationSentence.measure(.rate, .point, .quarterly, dueDay: 32, dueMonth: nil),
      "计量方式：公布增速，时点数取最新一期，每季度报送（后第二个月1日前）",
      "Measure: rate; point figures, each reporter's latest; reported quarterly, by day 1 of the second month after")
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
    expect(
      ExplanationSentence.forReference, "目标：无，仅供参考，不计入评分和排名",
      "Target: none, for reference only; it stands in no score and no rank")
  }

  @Test("a target as documents phrase it")
  func phrasedTarget() {
    let growth = Phrase(zh: "经济增长", en: "Growth")
    expect(
      ExplanationSentence.notYetDecided, "  当时尚无已决定的目标，适用第1版",
      "  No target had been decided by then, so that the first revision applies")
    expect(
      ExplanationSentence.tolerance("0.5 pp", comparedWith: "v − t = 6.5 − 0.5 = 6 %"),
      "  左右：允许偏差0.5 pp，按v − t = 6.5 − 0.5 = 6 %评定",
      "  About: it may be missed by 0.5 pp, and is judged by v − t = 6.5 − 0.5 = 6 %")
    expect(
      ExplanationSentence.relative(
        to: "1.1.1", name: growth, actual: "5.8 %", of: june, difference: "0.5 pp", isProvisional: true, isEarlier: true
      ),
      "  比照1.1.1（经济增长）：其2020-06实绩5.8 %，加0.5 pp；其暂定，故本项亦暂定",
      "  Relative to 1.1.1 (Growth): its actual 5.8 % of 2020-06 plus 0.5 pp; it is provisional, and so is this")
    expect(
      ExplanationSentence.relative(
        to: "1.1.1", name: growth, actual: "5.8 %", of: june, difference: nil, isProvisional: false, isEarlier: false),
      "  比照1.1.1（经济增长）：其2020-06实绩5.8 %", "  Relative to 1.1.1 (Growth): its actual 5.8 % of 2020-06")
    expect(
      ExplanationSentence.relative(
        to: "1.1.1", name: growth, actual: "5.8 %", of: june, difference: nil, isProvisional: false, isEarlier: true),
      "  比照1.1.1（经济增长）：其2020-06实绩5.8 %；其数据月份较早，故本项暂定",
      "  Relative to 1.1.1 (Growth): its actual 5.8 % of 2020-06; it is of an earlier month, so that this is provisional"
    )
    expect(
      ExplanationSentence.relativeToNothing("1.1.1", name: growth), "  比照1.1.1（经济增长）：其尚无可用的实绩",
      "  Relative to 1.1.1 (Growth), which has no actual that serves")
    expect(
      ExplanationSentence.target(nil, .atLeast, revision: "1", decidedOn: "2020-01-20", source: nil),
      "目标：无，第1版，2020-01-20决定", "Target: none; revision 1, decided on 2020-01-20")
    expect(ExplanationSentence.wording("同步"), "  原文：同步", "  In the document's words: 同步")
  }

  @Test("what is outstanding, and what is not due yet")
  func outstanding() {
    let (east, west) = (Phrase(zh: "东镇", en: "East"), Phrase(zh: "西镇", en: "West"))
    expect(
      ExplanationSentence.outstanding(
        june, dueOn: "2020-07-10",
        reporters: [(name: east, standing: .missing), (name: west, standing: .awaitingReview)]),
      "  2020-06（截止日2020-07-10）：东镇缺报、西镇待审核",
      "  Outstanding of 2020-06, due by 2020-07-10: East: missing, West: awaiting review")
    expect(
      ExplanationSentence.notYetDue(june, dueOn: "2020-08-14", accepted: 0, expected: 2),
      "  2020-06截止日2020-08-14，当时未到期，不算逾期未报",
      "  2020-06 is due by 2020-08-14 only, so that it is not overdue")
    expect(
      ExplanationSentence.notYetDue(june, dueOn: "2020-08-14", accepted: 1, expected: 2),
      "  2020-06截止日2020-08-14，当时未到期，不算逾期未报；已通过1／2，到期或齐全后采用",
      "  2020-06 is due by 2020-08-14 only, so that it is not overdue; 1 of 2 are in and count once it is due or all are"
    )
  }

  @Test("what is expected, by what, and what it counts")
  func expected() {
    expect(
      ExplanationSentence.expected("50", by: june, .linear), "截至2020-06序时进度（按月均衡）：50%",
      "Expected by 2020-06 (in equal parts by month): 50 %")
    expect(ExplanationSentence.expectedInWhole("40"), "  取整数后序时进度：40%", "  in whole things: 40 %")
    expect(ExplanationSentence.pace("100"), "进度比：100%", "Pace: 100 %")
    expect(
      ExplanationSentence.floor("90", .measure, of: .total), "略有滞后的下限：90%（总量的默认值）",
      "Floor of the pace: 90 % (the default for the measure total)")
    expect(
      ExplanationSentence.floor("85", .plan, of: .total), "略有滞后的下限：85%（本计划对总量的规定）",
      "Floor of the pace: 85 % (the plan's for the measure total)")
    expect(
      ExplanationSentence.floor("80", .indicator, of: .total), "略有滞后的下限：80%（本指标自定）",
      "Floor of the pace: 80 % (the indicator's own)")
    let lead = Phrase(zh: "商务委", en: "Commerce")
    expect(
      ExplanationSentence.credit("95", weight: "2", leadUnit: lead), "计入商务委的得分：95，权重2",
      "Counts in the score of Commerce: 95, weight 2")
    expect(
      ExplanationSentence.credit(nil, weight: "2", leadUnit: lead), "不计入商务委的得分", "Left out of the score of Commerce")
    expect(
      ExplanationSentence.lastYear("10 家", at: june, of: "2.1.3"), "上年同期（2.1.3，2020-06）实绩：10 家",
      "Last year's actual (2.1.3, 2020-06): 10 家")
    expect(
      ExplanationSentence.projectedByLastYear("13.3 家"), "按上年走势全年预计：13.3 家", "Projection by last year's course: 13.3 家")
  }

  @Test("each way in which progress is expected has a name of its own")
  func expectations() {
    #expect(Set(Expectation.allCases.map(\.name)).count == Expectation.allCases.count)
  }

  @Test("the figures used, whose they are and who took them")
  func figures() {
    expect(
      ExplanationSentence.figures(
        period: june, latestDue: june, accepted: 5, due: 6, coverage: "83.3333", isProvisional: true),
      "采用数据（数据月份2020-06，已通过5／应报6，数据覆盖率83.3333%，暂定）：",
      "Figures used (figure period 2020-06, 5 of 6 in, coverage 83.3333 %, provisional):")
    expect(
      ExplanationSentence.figures(
        period: june, latestDue: december, accepted: 6, due: 6, coverage: "100", isProvisional: true),
      "采用数据（数据月份2020-06，最近应报月份2020-12，已通过6／应报6，数据覆盖率100%，暂定）：",
      "Figures used (figure period 2020-06, latest due period 2020-12, 6 of 6 in, coverage 100 %, provisional):")
    expect(
      ExplanationSentence.figures(
        period: june, latestDue: nil, accepted: 6, due: 6, coverage: "100", isProvisional: false),
      "采用数据（数据月份2020-06，提前报齐，已通过6／应报6，数据覆盖率100%）：",
      "Figures used (figure period 2020-06, all in before they are due, 6 of 6 in, coverage 100 %):")
    expect(ExplanationSentence.noFigures(due: 2), "采用数据：无（应报单位2个）", "Figures used: none (2 expected)")
    expect(
      ExplanationSentence.submission(
        reporter: "statistics", name: Phrase(zh: "统计局", en: "Statistics Bureau"), period: june, revision: "2",
        content: [
          (Term.value, Phrase(zh: "350.43", en: "350.43")),
          (Term.baseValue, ExplanationSentence.lastYears("340", of: "2.1.3", june, revision: "1")),
          (Term.baseDenominator, ExplanationSentence.noBase(continuing: "2.1.3")),
          (Term.stage, Stage.notStarted.name),
        ]),
      "  statistics（统计局）2020-06，第2次报送：数值 350.43，同期基数 340（未报，取上年2.1.3的2020-06已通过数，第1次报送），"
        + "同期分母 无（未报，上年2.1.3同期无已通过数），阶段 未启动",
      "  statistics (Statistics Bureau), 2020-06, revision 2: value 350.43, base 340 (not stated; last year's accepted "
        + "figure of 2.1.3, 2020-06, revision 1), base denominator none (not stated, and nothing of last year's 2.1.3 is "
        + "accepted for it), stage not started")
    expect(
      ExplanationSentence.noBase(continuing: nil), "无（未报，本指标不延续上年指标）",
      "none (not stated, and the indicator continues none of last year's)")
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
    expect(ExplanationSentence.projected("2 家"), "按此进度全年预计：2 家", "Projection to the due month: 2 家")
    expect(ExplanationSentence.requiredPerMonth("1 家"), "后续月均需完成：1 家", "Needed in each month left: 1 家")
    expect(
      ExplanationSentence.nextBetter(.behind, .atLeast, actual: "360 亿元", distance: "+9.57 亿元"),
      "距上一档“略有滞后”：实绩须达到360 亿元，即+9.57 亿元",
      "Next better: behind with an actual of at least 360 亿元, that is +9.57 亿元")
    expect(
      ExplanationSentence.nextWorse(.missed, .above, actual: "5", distance: "+1"), "距下一档“未达标”：实绩高于5时，即+1",
      "Next worse: missed with an actual above 5, that is +1")
    expect(
      ExplanationSentence.nextWorse(.missed, .above, actual: "5", distance: nil), "距下一档“未达标”：实绩高于5时，现正在界上",
      "Next worse: missed with an actual above 5, where it stands")
  }

  @Test("what was found, and whether it is as published")
  func check() {
    expect(ExplanationSentence.noFindings, "核查问题：无", "Findings: none")
    expect(
      ExplanationSentence.comment("已约谈", saidAt: "2020-07-08 09:00:00", by: "office"),
      "主管部门批注（2020-07-08 09:00:00，office）：已约谈", "The office's comment (2020-07-08 09:00:00, office): 已约谈")
    expect(ExplanationSentence.otherFindings, "另需知悉：", "Also worth knowing:")
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
      RuleSentence.nothingDue(firstDue: june, by: Day(june, day: 10)), "尚无到期数据，首个应报月份为2020-06，截止日2020-06-10",
      "no figure is due yet; the first is that of 2020-06, due by 2020-06-10")
    expect(
      RuleSentence.nothingToCompareWith("1.1.1"), "所比照的1.1.1尚无可用的实绩",
      "1.1.1, which the target is relative to, has no actual that serves")
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
