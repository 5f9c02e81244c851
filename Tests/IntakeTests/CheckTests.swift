import Attainment
import Catalogue
import Testing
import Wording

@testable import Intake

private func month(_ text: String) throws -> Month { try Judging.found(Month(parsing: text)) }
private func instant(_ text: String) throws -> Instant { try Judging.found(Instant(parsing: text)) }
private func key(_ indicator: String, _ unit: String, _ period: String) throws -> FigureKey {
  FigureKey(indicator: indicator, unit: unit, period: try month(period))
}
private let header = "indicator,unit,period,value\n"

@Suite("Lines against plan, windows and records")
struct CheckTests {
  private func codes(
    _ text: String, at moment: String = "2020-07-03T09:30:00+08:00", windows: Windows = Windows(),
    records: Records = Records(), change: (inout WorkPlan) -> Void = { _ in }
  ) throws -> [String] {
    let (_, _, judgement) = try Judging.judgement(
      of: Array(text.utf8), at: moment, windows: windows, records: records, change: change)
    return judgement.faults.map { "\($0.line) \($0.code.rawValue)" }
  }

  @Test("A period is over from the first of the month after it, in the plan's time zone")
  func over() throws {
    let june = header + "2.2.1,statistics,2020-06,1\n"
    #expect(try codes(june, at: "2020-06-30T23:59:59+08:00") == ["2 not_over"])
    #expect(try codes(june, at: "2020-06-30T15:59:59Z") == ["2 not_over"])
    #expect(try codes(june, at: "2020-06-30T16:00:00Z") == [])
    #expect(try codes(june, at: "2020-07-01T00:00:00+08:00") == [])
    // Three days early: the 28th of 30 days is the first.
    let early = { (plan: inout WorkPlan) in plan.earlyDays = 3 }
    #expect(try codes(june, at: "2020-06-27T23:59:59+08:00", change: early) == ["2 not_over"])
    #expect(try codes(june, at: "2020-06-28T00:00:00+08:00", change: early) == [])
    let february = header + "2.2.1,statistics,2020-02,1\n"
    #expect(try codes(february, at: "2020-02-28T12:00:00+08:00") == ["2 not_over"])
    #expect(try codes(february, at: "2020-02-29T12:00:00+08:00") == ["2 not_over"])
    #expect(try codes(february, at: "2020-03-01T00:00:00+08:00") == [])
  }

  @Test("A day may be today and the last of its period, and neither later")
  func days() throws {
    func milestone(_ day: String) -> String {
      "indicator,unit,period,stage,occurred_on\n1.6.1,dev_reform,2020-06,started,\(day)\n"
    }
    #expect(try codes(milestone("2020-06-30")) == [])
    #expect(try codes(milestone("2020-07-01")) == ["2 occurred_after_period"])
    #expect(try codes(milestone("2020-07-03")) == ["2 occurred_after_period"])
    #expect(try codes(milestone("2020-07-04")) == ["2 occurred_in_future", "2 occurred_after_period"])
    #expect(try codes(milestone("1949-01-01")) == [])
    #expect(try codes(milestone("1948-12-31")) == ["2 date"])
    // Midnight in the plan's time zone, not elsewhere.
    #expect(try codes(milestone("2020-07-04"), at: "2020-07-03T16:00:00Z") == ["2 occurred_after_period"])
  }

  @Test("An exception opens a period to whom it names, for what it names, while it lasts")
  func exceptions() throws {
    let june = try month("2020-06")
    func closed(
      _ unit: String?, _ indicator: String?, _ figure: FigureKey, at moment: String = "2020-07-22T12:00:00+08:00"
    ) throws -> Bool {
      let windows = Windows(
        closings: [.init(period: june, closesAt: try instant("2020-07-20T18:00:00+08:00"))],
        exceptions: [
          .init(
            period: june, unit: unit, indicator: indicator, opensAt: try instant("2020-07-22T00:00:00+08:00"),
            closesAt: try instant("2020-07-26T00:00:00+08:00"))
        ])
      return windows.closed(figure, at: try instant(moment)) != nil
    }
    let investment = try key("2.4.2", "investment", "2020-06")
    let statistics = try key("2.2.1", "statistics", "2020-06")
    #expect(try !closed("investment", nil, investment))
    #expect(try closed("investment", nil, statistics))
    #expect(try !closed(nil, "2.4.2", investment))
    #expect(try closed(nil, "2.4.2", statistics))
    #expect(try !closed(nil, nil, statistics))
    #expect(try closed("investment", "2.4.3", investment))
    #expect(try closed("investment", nil, investment, at: "2020-07-21T23:59:59+08:00"))
    #expect(try closed("investment", nil, investment, at: "2020-07-26T00:00:00+08:00"))
    #expect(try !closed(nil, nil, statistics, at: "2020-07-20T17:59:59+08:00"))
    #expect(try !closed(nil, nil, try key("2.2.1", "statistics", "2020-05")))
  }

  @Test("The last word on a period stands")
  func closings() throws {
    let june = try month("2020-06")
    let figure = try key("2.2.1", "statistics", "2020-06")
    let closing = Windows.Closing(period: june, closesAt: try instant("2020-07-20T18:00:00+08:00"))
    let opening = Windows.Closing(period: june, closesAt: nil)
    let moment = try instant("2020-07-20T18:00:00+08:00")
    #expect(Windows(closings: [closing]).closed(figure, at: moment) != nil)
    #expect(Windows(closings: [closing, opening]).closed(figure, at: moment) == nil)
    #expect(Windows(closings: [opening, closing]).closed(figure, at: moment) != nil)
  }

  private func revision(
    _ number: Int, _ value: String, _ status: Records.Status = .accepted, period: String = "2020-06"
  ) throws -> Records.Revision {
    var content = FigureContent()
    content.value = Figure(parsing: value)
    return Records.Revision(
      key: try key("2.2.1", "statistics", period), number: number, status: status, content: content)
  }

  private func effect(_ value: String, after records: [Records.Revision]) throws -> (String, Int?) {
    let (_, _, judgement) = try Judging.judgement(
      of: Array((header + "2.2.1,statistics,2020-06,\(value)\n").utf8), records: Records(records))
    let decision = try Judging.found(judgement.decisions.first)
    switch decision.effect {
    case .new: return ("new", decision.revision)
    case .correction: return ("correction", decision.revision)
    case .answer: return ("answer", decision.revision)
    case .unchanged: return ("unchanged", decision.revision)
    }
  }

  @Test("On record is what stands now: A, B, A is a third revision, and what was returned is answered")
  func standing() throws {
    #expect(try effect("400", after: []) == ("new", 1))
    #expect(try effect("400", after: [revision(1, "400")]) == ("unchanged", nil))
    #expect(try effect("400.000", after: [revision(1, "400")]) == ("unchanged", nil))
    #expect(try effect("400", after: [revision(1, "400"), revision(2, "410")]) == ("correction", 3))
    #expect(try effect("400", after: [revision(2, "410"), revision(1, "400")]) == ("correction", 3))
    #expect(try effect("400", after: [revision(1, "400", .returned)]) == ("answer", 2))
    #expect(try effect("410", after: [revision(1, "400", .returned)]) == ("answer", 2))
    #expect(try effect("400", after: [revision(1, "400", .awaitingReview)]) == ("unchanged", nil))
    #expect(try effect("400", after: [revision(1, "400"), revision(2, "410", .returned)]) == ("answer", 3))
  }

  private func stage(_ number: Int, _ stage: Stage, _ period: String, _ status: Records.Status = .accepted) throws
    -> Records.Revision
  {
    var content = FigureContent()
    content.stage = stage
    return Records.Revision(
      key: try key("1.6.1", "dev_reform", period), number: number, status: status, content: content)
  }

  @Test("A stage never goes back, over file and record together, what was returned left out")
  func stages() throws {
    func milestone(_ lines: String...) -> String {
      "indicator,unit,period,stage\n" + lines.map { "1.6.1,dev_reform,\($0)\n" }.joined()
    }
    let march = Records([try stage(1, .started, "2020-03")])
    #expect(try codes(milestone("2020-06,not_started"), records: march) == ["2 stage_back"])
    #expect(try codes(milestone("2020-06,started"), records: march) == [])
    let returned = Records([try stage(1, .started, "2020-03", .returned)])
    #expect(try codes(milestone("2020-06,not_started"), records: returned) == [])
    let both = Records([try stage(1, .started, "2020-03"), try stage(2, .completed, "2020-03", .returned)])
    #expect(try codes(milestone("2020-06,started"), records: both) == [])
    let june = Records([try stage(1, .started, "2020-06")])
    #expect(try codes(milestone("2020-03,completed"), records: june) == ["2 stage_back"])
    #expect(try codes(milestone("2020-03,completed", "2020-06,completed"), records: june) == [])
    #expect(try codes(milestone("2020-06,not_started", "2020-03,started")) == ["2 stage_back"])
  }

  @Test("A refusal names every fault there is at once, whichever column it is in")
  func everyFault() throws {
    #expect(
      try Judging.report(
        "指标,单位,期间,数值,分母,阶段\n2.2.11,investmnt,2019-13,\"1,20\",2,动工\n2.2.1,commerce,2020-01,12元,3,\n") == """
          refused, UTF-8: 9 faults in 2 lines
          2: 指标：“2.2.11”；该年度计划中没有此指标，最接近的编号是 2.2.1
              indicator: found "2.2.11"; wanted an indicator of the year's plan; the nearest code is 2.2.1
          2: 单位：“investmnt”；该年度计划中没有此单位，最接近的代码是 investment
              unit: found "investmnt"; wanted a unit of the year's plan; the nearest code is investment
          2: 期间：“2019-13”；期间应写成年-月，如 2020-03
              period: found "2019-13"; wanted a month YYYY-MM, as 2020-03
          2: 数值：“1,20”；逗号不能作小数点，也不像千位分隔：小数点请用“.”，不要分隔符，并核对数值
              value: found "1,20"; wanted a figure with a point before its decimals and without separators; which one is \
          meant cannot be told
          2: 阶段：“动工”；阶段应为：未启动、已启动、已完成
              stage: found "动工"; wanted one of not started, started, completed
          3: 单位：“commerce”；该单位不是 2.2.1 的报送单位；报送单位是 statistics
              unit: found "commerce"; wanted an expected reporter of 2.2.1: statistics
          3: 期间：“2020-01”；该指标此期无需填报，频率为2月起每月
              period: found "2020-01"; wanted a month in which the indicator is due; its frequency is monthly from February
          3: 数值：“12元”；只填数字，不带“元”；计量单位是“亿元”，请按“亿元”填报
              value: found "12元"; wanted a figure in 亿元, without "元"
          3: 分母：“3”；总量类指标不填“分母”，请留空
              denominator: found "3"; wanted nothing: the measure total takes no denominator
          """)
  }

  @Test("A table of more lines than are read is refused, at the first line too many")
  func tooManyLines() {
    let text = Array((header + String(repeating: "2.2.1,statistics,2020-06,1\n", count: 4)).utf8)
    #expect(Table(csv: text, lineLimit: 5).faults.isEmpty)
    let faults = Table(csv: text, lineLimit: 4).faults
    #expect(faults.map { "\($0.line) \($0.code.rawValue)" } == ["5 too_many_lines"])
    #expect(SubmissionFile.lineLimit == 100_000)
    #expect(throws: IntakeError.self) {
      try SubmissionFile(name: "x", bytes: [UInt8](repeating: 0x2C, count: SubmissionFile.sizeLimit + 1))
    }
  }

  @Test("What a report quotes stays in its line and is no longer than it must be")
  func quoting() {
    #expect(PlainText.of("1,200") == "1,200")
    #expect(PlainText.of("a\nb\u{1B}[2J\u{202E}\0") == "a\u{FFFD}b\u{FFFD}[2J\u{FFFD}\u{FFFD}")
    #expect(PlainText.of(String(repeating: "字", count: 100)) == String(repeating: "字", count: 60) + "…")
  }

  @Test("Escape sequences and direction marks of a file reach no report")
  func escapes() throws {
    let report = try Judging.report(
      "indicator,unit,period,value,note\n2.2.1\u{1B}[2J,stat\u{9B}31m,2020-06\u{202E},1\u{1B}]0;pwn\u{7},n\n")
    let isPlain = report.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || ![.control, .format].contains(scalar.properties.generalCategory)
    }
    #expect(isPlain, "\(report.debugDescription)")
  }
}
