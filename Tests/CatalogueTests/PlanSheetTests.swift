import Foundation
import Testing
import Wording

@testable import Catalogue

@Suite("A plan as texts, in files and in a workbook")
struct PlanSheetTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dabiao-sheets-\(UUID())")

  private static let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "sql/plans/jingan-2020").path

  private func plans() throws -> [WorkPlan] {
    [try PlanFiles.full.read(), try PlanFiles.plain.read(), try WorkPlan.read(Self.shipped)]
  }

  /// The plan without the lines of its indicators, which differ between ways of writing it.
  private func bare(_ plan: WorkPlan) -> WorkPlan {
    var plan = plan
    for index in plan.indicators.indices { plan.indicators[index].line = 0 }
    return plan
  }

  @Test("what is written as CSV is read as the same plan")
  func csv() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for plan in try plans() {
      try? FileManager.default.removeItem(at: folder)
      try plan.sheets.write(folder: folder.path)
      #expect(try bare(.read(folder.path)) == bare(plan))
    }
  }

  @Test("what is written as a workbook is read as the same plan")
  func workbook() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path + "/plan.xlsx"
    for plan in try plans() {
      try plan.sheets.write(workbook: path)
      #expect(try bare(.read(path)) == bare(plan))
    }
  }

  @Test("headers and values may be Chinese, units called by their names, and truths as spreadsheets write them")
  func chinese() throws {
    let english = try PlanFiles.full.read()
    var files = PlanFiles.full
    for (file, lines) in files.lines {
      let columns = files.columns(of: file)
      files.set(file, 1, columns.map { PlanColumn.name($0, of: file).zh }.joined(separator: ","))
      for line in 2...max(2, lines.count) {
        let cells = (lines[line - 1]).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let named = zip(columns, cells).map { PlanWords.of($0, file: file)?.name(of: $1) ?? $1 }
        files.set(file, line, named.joined(separator: ","))
      }
    }
    #expect(try files.read() == english)
    files.set("indicators", 2, ["牵头单位": "甲局", "报送单位": "甲局、试验区乙街道", "整数计数": "TRUE"])
    files.set("allocations", 3, "1.1.1,试验区乙街道,4")
    files.set("targets", 2, ["决定日期": "2020/1/20"])
    #expect(try files.read() == english)
  }

  @Test("a plan saved in GB18030 is read")
  func gb18030() throws {
    let file = try #require(PlanFile.all.first { $0.name == "units.csv" })
    let units: [UInt8] = Array("unit,kind,name_zh\na,department,".utf8) + [0xBE, 0xB2, 0xB0, 0xB2, 0xC7, 0xF8, 0x0A]
    let table = PlanTable(file, PlanSource(name: file.name, csv: units))
    #expect(table.faults == [])
    #expect(table.rows.map { $0["name_zh"] } == ["静安区"])
  }

  @Test("cells that spreadsheets add behind the table are no fault")
  func trailing() throws {
    var files = PlanFiles.plain
    files.set("units", 1, "unit,kind,name_zh,name_en,,")
    files.set("units", 2, "a,department,甲,A,,")
    #expect(try files.faults().map(\.description) == [])
  }

  @Test(
    "a code that a spreadsheet has made a date of is told as such, with its code",
    arguments: [
      ("2001-01-02", "1.1.2"), ("2001/1/2", "1.1.2"), ("1/2/01", "1.1.2"), ("01/01/02", "1.1.2"), ("01年1月2日", "1.1.2"),
    ])
  func dates(_ date: String, _ code: String) throws {
    var files = PlanFiles.plain
    files.set("targets", 3, ["indicator": date])
    let faults = try files.faults().map(\.description)
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("targets.csv:3: indicator: found '\(date)', a date") == true, "\(faults)")
    #expect(faults.first?.contains("wanted \(code): format the column as text") == true, "\(faults)")
  }

  @Test("what follows from a fault is not told as another")
  func noSecondFault() throws {
    var files = PlanFiles.plain
    files.set("indicators", 2, ["indicator": "2001-01-01"])
    #expect(try files.faults().map { "\($0.file):\($0.line)" } == ["indicators.csv:2"])
    files = .plain
    files.set("indicators", 2, ["measure": "数量"])
    #expect(try files.faults().map { "\($0.file):\($0.line)" } == ["indicators.csv:2"])
    files = .plain
    files.set("units", 2, "A,department,甲,A")
    #expect(try files.faults().map { "\($0.file):\($0.line)" } == ["units.csv:2"])
    files = .plain
    files.set("sections", 2, "x,一,One")
    #expect(try files.faults().map { "\($0.file):\($0.line)" } == ["sections.csv:2"])
  }

  @Test("a fault is told in both languages, with the column as people call it")
  func languages() throws {
    var files = PlanFiles.plain
    files.set("indicators", 2, ["measure": "数量"])
    let report = try #require(try files.faults().first?.report)
    #expect(
      report == """
        indicators.csv:2: 计量方式：“数量”；应为：总量、存量、增速、公布增速、占比、比值、强度变化率、日均量、节点、进度
            measure: found '数量'; wanted one of total, stock, growth, rate, share, ratio, intensity_change, daily_average, \
        milestone, progress
        """)
  }

  @Test("every column and file has a name and an explanation, no name twice in a file, and every word one")
  func names() {
    for file in PlanFile.all {
      #expect(file.title != file.stem)
      let names = file.allColumns.map { PlanColumn.name($0, of: file.stem).zh }
      #expect(Set(names).count == names.count, "\(names)")
      for column in file.allColumns {
        #expect(!PlanColumn.about(column, of: file.stem).isEmpty, "\(file.stem).\(column)")
        if let words = PlanWords.of(column, file: file.stem) { #expect(Set(words.names).count == words.names.count) }
      }
    }
  }

  @Test("a workbook lacks no sheet that a plan needs and has none that no plan has")
  func sheets() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path + "/plan.xlsx"
    var sheets = try PlanFiles.plain.read().sheets
    sheets["units"] = nil
    try sheets.write(workbook: path)
    let error = #expect(throws: CatalogueError.self) { _ = try WorkPlan.read(path) }
    guard case .faults(let faults)? = error else { return }
    #expect(faults.map(\.description) == ["单位:1: found no such sheet; wanted a sheet units"])
  }
}
