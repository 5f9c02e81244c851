import Attainment
import Testing
import Wording

/// Every kind of code that has names.
let namedCodes: [(kind: String, names: [CodeName])] = [
  ("verdict", Verdict.names), ("light", Light.names), ("measure", Measure.names), ("direction", Direction.names),
  ("accumulation", Accumulation.names), ("frequency", Frequency.names), ("stage", Stage.names),
  ("severity", Severity.names), ("finding", FindingCode.names), ("unit_kind", UnitKind.names),
  ("role", ResponsibleRole.names), ("remark_source", RemarkSource.names), ("point_rule", PointRule.names),
]

@Suite("Names of codes")
struct NameTests {
  @Test("no two codes of a kind have the same name, and each has one in both languages", arguments: namedCodes)
  func apart(kind: String, names: [CodeName]) {
    #expect(Set(names.map(\.name.zh)).count == names.count)
    #expect(Set(names.map(\.name.en)).count == names.count)
    for name in names.map(\.name) {
      #expect(!name.zh.isEmpty && name.zh.unicodeScalars.contains { $0.isChinese })
      #expect(!name.en.isEmpty && !name.en.unicodeScalars.contains { $0.isChinese })
    }
  }

  @Test("a month has a name in full, one without its year and a short one")
  func months() throws {
    let june = try #require(Month(year: 2020, month: 6))
    let december = try #require(Month(year: 2020, month: 12))
    #expect(june.name == Phrase(zh: "2020年6月", en: "June 2020"))
    #expect(december.name.zh == "2020年12月")
    #expect(june.nameInYear == Phrase(zh: "6月", en: "June"))
    #expect(Month.shortName(of: 9) == Phrase(zh: "9月", en: "Sep"))
    #expect(Month.nameZH(year: "%s", month: "%s") == "%s年%s月")
  }

  @Test("a phrase gives the text of a language, and begins with a capital letter where a line does")
  func phrases() {
    let phrase = Verdict.offTrack.name
    #expect(phrase[.zh] == "严重滞后")
    #expect(phrase[.en] == "off track")
    #expect(phrase.capitalized == Phrase(zh: "严重滞后", en: "Off track"))
    #expect(Language.zh.other == .en && Language.en.other == .zh)
  }
}

@Suite("Headers of columns")
struct HeaderTests {
  private static let subjects: [RowSubject] = [.indicator, .section, .unit, .target, .point]

  @Test("every header fits into a name of PostgreSQL, which would cut a longer one", arguments: ReportColumn.allCases)
  func lengths(column: ReportColumn) throws {
    for subject in Self.subjects {
      let header = try #require(ReportColumn.header(of: column.rawValue, about: subject))
      #expect(header.zh.utf8.count <= 63 && header.en.utf8.count <= 63)
    }
  }

  @Test("a header says what the rows are about, and a count what is counted")
  func headers() {
    #expect(ReportColumn.header(of: "name_zh", about: .unit) == Phrase(zh: "单位名称", en: "Unit name"))
    #expect(ReportColumn.header(of: "name_en", about: .indicator)?.zh == "指标名称（英文）")
    #expect(ReportColumn.header(of: "unit", about: .section)?.zh == "单位")
    #expect(ReportColumn.header(of: "attainment_pct", about: .indicator) == Phrase(zh: "达标率（%）", en: "Attainment (%)"))
    #expect(ReportColumn.header(of: "worst_pace_pct", about: .unit)?.zh == "最差指标进度比（%）")
    #expect(ReportColumn.header(of: "previous_attainment_pct", about: .indicator)?.zh == "上次达标率（%）")
    #expect(ReportColumn.header(of: "on_track", about: .section) == Phrase(zh: "符合进度", en: "On track"))
    #expect(ReportColumn.header(of: "grey", about: .section)?.zh == "灰灯")
    #expect(ReportColumn.header(of: "no such column", about: .unit) == nil)
  }

  @Test("a column of codes knows their names, a column of figures has none")
  func codes() {
    #expect(ReportColumn.previousVerdict.codes == Verdict.names)
    #expect(ReportColumn.requiredStage.codes.map(\.name.zh) == ["未启动", "已启动", "已完成"])
    #expect(ReportColumn.actual.codes.isEmpty)
  }
}
