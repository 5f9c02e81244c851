import Foundation
import TestSupport
import Testing
import Workbook

@testable import Exporting

// One at a time: closing a workbook turns the standard error aside for a moment.
@Suite("The workbook", .serialized)
struct WorkbookTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  @Test(
    "a figure of up to 15 significant digits is a number, a longer one keeps its digits as text",
    arguments: [
      ("800", 800.0), ("-0.5", -0.5), ("0", 0), ("0.000001", 0.000001), ("123456789.123456", 123456789.123456),
      ("1234567890.123456", nil), ("99999999999999.999999", nil), ("-12345678901234.5", -12345678901234.5), ("", nil),
      ("not due", nil),
    ] as [(String, Double?)])
  func exactNumbers(text: String, number: Double?) {
    #expect(WorkbookTable.exactNumber(text) == number)
  }

  @Test("a wrapped text gets the lines that it takes")
  func lines() {
    #expect(WrappedText.lines(of: "", inWidth: 20) == 1)
    #expect(WrappedText.lines(of: "推动区域经济高质量发展", inWidth: 22) == 1)
    #expect(WrappedText.lines(of: "推动区域经济高质量发展", inWidth: 12) == 2)
    #expect(WrappedText.lines(of: "a\nb", inWidth: 12) == 2)
  }

  @Test("the same calls at another time give the same bytes")
  func sameBytes() async throws {
    func write(_ name: String) throws -> Data {
      let workbook = try Workbook(
        path: "\(temporary.path)/\(name)", title: "达标", createdAt: 1_594_396_800, fontName: "Microsoft YaHei")
      let sheet = try workbook.addSheet("主要指标")
      try sheet.write("=1+1", row: 0, column: 0, as: CellFormat())
      try sheet.write(800, row: 0, column: 1, as: CellFormat().with { $0.numberFormat = "#,##0.00" })
      try workbook.close()
      return try Data(contentsOf: URL(fileURLWithPath: "\(temporary.path)/\(name)"))
    }
    let first = try write("first.xlsx")
    try await Task.sleep(for: .milliseconds(2100))
    #expect(try write("second.xlsx") == first)
  }

  @Test("what a sheet cannot hold, and a file that cannot be made, are errors")
  func errors() throws {
    let workbook = try Workbook(
      path: "\(temporary.path)/missing/file.xlsx", title: "", createdAt: 0, fontName: "Microsoft YaHei")
    let sheet = try workbook.addSheet("sheet")
    #expect(throws: WorkbookError.self) { try workbook.addSheet("sheet") }
    #expect(throws: WorkbookError.self) {
      try sheet.write(String(repeating: "长", count: 32_768), row: 0, column: 0, as: CellFormat())
    }
    let said = try written(to: STDERR_FILENO) {
      #expect(throws: WorkbookError.self) { try workbook.close() }
    }
    #expect(!said.contains("workbook_close"), "the library's own words go nowhere: the error tells it in one line")
  }

  /// What is written to a descriptor of this process while the body runs.
  private func written(to descriptor: Int32, _ body: () throws -> Void) throws -> String {
    let path = "\(temporary.path)/written"
    let file = unsafe open(path, O_CREAT | O_RDWR, 0o600)
    let saved = dup(descriptor)
    dup2(file, descriptor)
    defer {
      dup2(saved, descriptor)
      close(saved)
      close(file)
    }
    try body()
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}
