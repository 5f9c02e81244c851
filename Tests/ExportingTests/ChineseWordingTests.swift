import Testing

@testable import Exporting

@Suite("The Chinese words of the office's files")
struct ChineseWordingTests {
  @Test("every header fits into a name of PostgreSQL, which would cut a longer one")
  func headerLengths() {
    #expect(ChineseWording.headers.count > 60)
    for (column, header) in ChineseWording.headers { #expect(header.utf8.count <= 63, "\(column)") }
  }

  @Test("a view's own header goes before the general one")
  func ownHeaders() {
    #expect(ChineseWording.header(of: "name_zh", in: "headline") == "指标名称")
    #expect(ChineseWording.header(of: "name_zh", in: "reporting_rates") == "单位名称")
    #expect(ChineseWording.header(of: "no such column", in: "headline") == nil)
  }

  @Test("a unit's code gives way to its name where no column beside it has the name")
  func unitNames() {
    #expect(ChineseWording.namesUnit("unit", in: "attainment"))
    #expect(ChineseWording.namesUnit("lead_unit", in: "milestones"))
    #expect(!ChineseWording.namesUnit("unit", in: "unit_ranking"))
  }

  @Test("a month is written without a leading zero, and what is no month as it is")
  func months() {
    #expect(ChineseWording.label(ofPeriod: "2020-06") == "2020年6月")
    #expect(ChineseWording.label(ofPeriod: "2020-12") == "2020年12月")
    #expect(ChineseWording.label(ofPeriod: "June") == "June")
  }
}
