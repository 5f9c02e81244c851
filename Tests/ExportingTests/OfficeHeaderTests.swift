import Testing

@testable import Exporting

@Suite("The headers of the office's files")
struct OfficeHeaderTests {
  @Test("a view of units calls a name a unit's, any other an indicator's")
  func names() {
    #expect(ExportedView.headline.officeHeader(of: "name_zh") == "指标名称")
    #expect(ExportedView.reportingRates.officeHeader(of: "name_zh") == "单位名称")
    #expect(ExportedView.unitRanking.officeHeader(of: "unit") == "单位代码")
    #expect(ExportedView.attainment.officeHeader(of: "unit") == "单位")
  }

  @Test("a count goes by the name of what is counted, a column without a header by its own")
  func others() {
    #expect(ExportedView.sectionSummary.officeHeader(of: "off_track") == "严重滞后")
    #expect(ExportedView.sectionSummary.officeHeader(of: "green") == "绿灯")
    #expect(ExportedView.headline.officeHeader(of: "no_such_column") == "no_such_column")
  }
}
