import Attainment
import Catalogue
import Foundation
import Testing
import Wording
import Workbook

@testable import Intake

@Suite("Forms and marked copies")
struct FormTests {
  private let june = Month(year: 2020, month: 6)
  private let day = Day(parsing: "2020-07-01")
  private let moment = Instant(microseconds: 646_963_200_000_000)

  private func form(_ unit: String, records: Records = Records(), lights: [String: Light] = [:]) throws
    -> SubmissionForm
  {
    let plan = try Judging.found(Judging.plan)
    return SubmissionForm(
      unit: try Judging.found(plan.units.first { $0.code == unit }), period: try Judging.found(june), plan: plan,
      records: records, lights: lights, on: try Judging.found(day))
  }

  /// Writes with the body into a file of its own, and reads what came of it.
  private func read(_ write: (String) throws -> Void) throws -> WorkbookContent {
    let path = NSTemporaryDirectory() + "dabiao-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(path)
    return try WorkbookContent(reading: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  private func texts(_ sheet: SheetContent) -> [String] {
    sheet.rows.flatMap(\.cells).compactMap { if case .text(let text) = $0.value { text } else { nil } }
  }

  @Test("What is due, what stands beside it, and what was returned and why")
  func lines() throws {
    let key = FigureKey(indicator: "2.2.1", unit: "statistics", period: try Judging.found(june))
    var may = key
    may.period = try Judging.found(Month(year: 2020, month: 5))
    var content = FigureContent()
    content.value = Figure(300)
    let records = Records([
      Records.Revision(key: may, number: 1, status: .accepted, content: content),
      Records.Revision(key: key, number: 1, status: .returned, content: content, returnReason: "口径不对"),
    ])
    let book = try read { path in
      try form("statistics", records: records, lights: ["2.2.1": .red]).write(to: path, createdAt: moment)
    }
    #expect(book.sheets.map(\.name) == [FormText.sheet, FormText.explanations])
    let shown = texts(book.sheets[0])
    for text in [
      "2.2.1", "2.3.1", "2.3.2", "社会消费品零售总额", "静安区统计局", "2020-06", "亿元", "≥800亿元", "2020-05：数值 300", "已退回：口径不对", "滞后原因",
      "下一步措施", "填报人：", "审核人：", "电话：",
    ] { #expect(shown.contains(text), "\(text)") }
    #expect(shown.contains { $0.contains("不填增速") && $0.contains("同期基数") })
    #expect(shown.contains { $0.contains("红灯") })
  }

  @Test("A form says which of last year's figures fills an empty base, and what is due later than the rest")
  func lastYear() throws {
    var content = FigureContent()
    content.value = Figure(parsing: "90.72")
    content.reason = "疫情"
    let key = FigureKey(
      indicator: "2.3.2", unit: "statistics", period: try Judging.found(Month(year: 2019, month: 6)))
    let records = Records([Records.Revision(key: key, number: 1, status: .accepted, content: content)])
    let shown = texts(try read { try form("statistics", records: records).write(to: $0, createdAt: moment) }.sheets[0])
    #expect(shown.contains("2019-06：数值 90.72"))
    #expect(
      shown.contains(
        "数值：1月至本月累计水平值（万吨标准煤），不填增速；同期基数：去年同期同口径，留空则采用上年指标 2.3.2 在 2019-06 的 90.72；本项请于 2020-08-14 前报送"))
    #expect(
      shown.contains(
        "数值填消耗量（万吨标准煤），分母填产出量（亿元），均为1月至本月累计，不填变化率；同期基数、同期分母：请填写，上年没有可采用的数；本项请于 2020-08-14 前报送"))
  }

  @Test("A target is shown with its tolerance, and with the indicator that it is relative to")
  func targets() {
    #expect(
      FormText.target(Figure(800), tolerance: nil, relativeTo: nil, unit: "亿元", direction: .atLeast) == "≥800亿元")
    #expect(
      FormText.target(Figure(5), tolerance: Figure(1), relativeTo: nil, unit: "%", direction: .atMost) == "≤5%（允许偏差1）")
    #expect(
      FormText.target(.zero, tolerance: nil, relativeTo: "2.3.1", unit: "%", direction: .atLeast) == "≥指标2.3.1实绩")
    #expect(
      FormText.target(Figure(1), tolerance: nil, relativeTo: "2.3.1", unit: "%", direction: .atLeast)
        == "≥指标2.3.1实绩+1%")
  }

  @Test("Nobody who lags is asked for reasons; who has nothing due gets no line")
  func quiet() throws {
    let book = try read { try form("statistics").write(to: $0, createdAt: moment) }
    #expect(!texts(book.sheets[0]).contains("滞后原因"))
    let plan = try Judging.found(Judging.plan)
    let idle = try plan.units.filter { try form($0.code).isEmpty }.map(\.code)
    #expect(plan.units.count > idle.count)
  }

  @Test("A blank form is no fault but that nothing is filled in")
  func blank() throws {
    let path = NSTemporaryDirectory() + "dabiao-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try form("finance").write(to: path, createdAt: moment)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let (_, draft, judgement) = try Judging.judgement(of: bytes)
    #expect(judgement.faults.map(\.code) == [.noData])
    #expect(!draft.unfilled.isEmpty)
  }

  @Test("A marked copy keeps locks and checks; what is hidden, struck out or never calculated is not in it")
  func marked() throws {
    let original = try read { try form("statistics").write(to: $0, createdAt: moment) }
    let fault = Fault(.figure, line: 4, column: .value, cell: "H4", .formula("x"))
    let draft = Draft(of: original)
    let copy = try read { path in
      try MarkedCopy(of: original, draft: draft, faults: [fault]).write(to: path, createdAt: moment)
    }
    #expect(copy.sheets.map(\.isProtected) == [true, true])
    #expect(copy.sheets[0].validations == original.sheets[0].validations)
    #expect(!original.sheets[0].validations.isEmpty)
    let places = { (book: WorkbookContent) in Set(book.sheets[0].unlockedBlanks) }
    #expect(places(copy).isSuperset(of: places(original)))

    let made = MadeSheets.withHiddenContent
    let book = try WorkbookContent(reading: made)
    let marked = try read { path in
      try MarkedCopy(of: book, draft: Draft(of: book), faults: [fault]).write(to: path, createdAt: moment)
    }
    #expect(marked.sheets.map(\.name) == ["报送"])
    #expect(marked.sheets[0].rows.map(\.number) == [1, 2, 4])
    #expect(marked.sheets[0].rows.allSatisfy { row in row.cells.allSatisfy { $0.formula == nil } })
    #expect(!texts(marked.sheets[0]).contains("801.5"))
  }
}
