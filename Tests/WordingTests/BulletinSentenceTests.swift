import Attainment
import Testing
import Wording

@Suite("The sentences of the page")
struct BulletinSentenceTests {
  @Test("its heading and its counts")
  func counts() throws {
    let june = try #require(Month(year: 2020, month: 6))
    expect(
      BulletinSentence.heading(district: Phrase(zh: "静安区", en: "Jing'an"), month: june), "静安区2020年6月目标进度",
      "Jing'an: progress on targets, June 2020")
    expect(BulletinSentence.indicators(1), "1项", "1 indicator")
    expect(BulletinSentence.rows(2), "2条", "2 rows")
    expect(
      BulletinSentence.lights(green: 1, yellow: 2, red: 3, grey: 4), "10项指标：绿灯1项，黄灯2项，红灯3项，灰灯4项。",
      "10 indicators: 1 green, 2 yellow, 3 red, 4 grey.")
    expect(BulletinSentence.change(2), "较上月 +2", "+2 on last month")
    expect(BulletinSentence.change(-2), "较上月 −2", "−2 on last month")
    expect(BulletinSentence.change(0), "较上月 持平", "no change")
    expect(
      BulletinSentence.verdicts([(.overdue, 2), (.noData, 1)]), "逾期未报 2、无数据 1", "overdue 2, no data 1")
    expect(
      BulletinSentence.moves([(.worse, 2), (.attained, 1)]), "转差2项，新达标1项。", "Worse: 2, Newly attained: 1.")
    expect(BulletinSentence.severities([(.error, 1), (.info, 0)]), "错误1条，提示0条。", "error 1, info 0.")
  }

  @Test("what is behind, and what stands beside it")
  func behind() throws {
    let june = try #require(Month(year: 2020, month: 6))
    let (east, west) = (Phrase(zh: "东街道", en: "East"), Phrase(zh: "西街道", en: "West"))
    expect(
      BulletinSentence.lagging([(east, "12.5"), (west, nil)], of: 3), "分解单位中3个滞后：东街道（12.5%）、西街道等。",
      "3 of its units are behind: East (12.5 %), West and others.")
    expect(BulletinSentence.lagging([(east, nil)], of: 1), "分解单位中1个滞后：东街道。", "1 of its units is behind: East.")
    expect(
      BulletinSentence.findings([(.late, 2), (.noBase, 1)]), "迟报 2 条、缺同期基数 1 条", "late 2, no base 1")
    expect(
      BulletinSentence.provisional(coverage: "75"), "数据未报齐，结果暂定：数据覆盖率 75%。",
      "Figures are still missing, so this is provisional: coverage 75 %.")
    expect(BulletinSentence.writers(first: east, of: 1, period: june), "备注（东街道，2020-06）：", "Note by East, 2020-06: ")
    expect(
      BulletinSentence.writers(first: east, of: 3, period: june), "备注（东街道等3个单位，2020-06）：",
      "Note by East and 2 more, 2020-06: ")
    expect(
      BulletinSentence.progress(attainment: "43.8", expected: "50"), "达标率 43.8%，序时进度 50%",
      "attainment 43.8 %, expected 50 %")
    expect(
      BulletinSentence.chart("零售额", target: "800", actuals: [(1, "50"), (2, "101.5")]),
      "零售额：目标 800；各月实绩 1月 50，2月 101.5。", "零售额: target 800; actual by month: Jan 50, Feb 101.5.")
  }
}

@Suite("The sentences of the workbook and of receipts")
struct FileSentenceTests {
  @Test("a sheet says of what and as of when it is")
  func workbook() throws {
    let june = try #require(Month(year: 2020, month: 6))
    #expect(WorkbookSentence.fileName == "月报.xlsx")
    expect(
      WorkbookSentence.title(district: "静安区", month: june, plan: "工作目标"), "静安区2020年6月工作目标", "静安区, June 2020: 工作目标")
    expect(
      WorkbookSentence.heading(district: "静安区", month: june, sheet: Term.scorecards), "静安区2020年6月 部门评分",
      "静安区, June 2020: department scorecards")
    expect(
      WorkbookSentence.source(plan: "工作目标", asOf: "2020-07-11 00:00", timeZone: "Asia/Shanghai"),
      "工作目标；数据截至 2020-07-11 00:00（Asia/Shanghai）", "工作目标; as of 2020-07-11 00:00 (Asia/Shanghai)")
    expect(
      WorkbookSentence.onlyFirst(5000, restIn: "data/findings.csv"), "；只列前 5000 条，其余见 data/findings.csv",
      "; the first 5000 rows, the rest in data/findings.csv")
    expect(
      WorkbookSentence.foot(district: "静安区", month: june, sheet: Term.finding), "静安区 2020年6月 核查问题",
      "静安区, June 2020, finding")
    expect(WorkbookSentence.page("&P", of: "&N"), "第 &P 页，共 &N 页", "page &P of &N")
    expect(WorkbookSentence.asOf("2020-07-11 00:00"), "数据截至 2020-07-11 00:00", "as of 2020-07-11 00:00")
  }

  @Test("a receipt says what to do")
  func receipts() {
    expect(ReceiptSentence.moreFaults(3), "另有 3 处问题", "3 more faults; intake.fault holds all of them")
    expect(
      ReceiptSentence.refused(faults: 1, batch: 9), "未接收（批号 9）：共 1 处问题，改好后请整份重报",
      "refused, 1 fault; nothing of it was stored, the file is on record (batch 9)")
    expect(
      ReceiptSentence.failsCheck(faults: 2), "检查未通过：共 2 处问题，未入库", "2 faults; nothing was stored")
  }
}
