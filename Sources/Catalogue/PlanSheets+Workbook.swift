import Attainment
import Foundation
import Wording
import Workbook

extension PlanSheets {
  /// Writes the plan as one workbook: a sheet a file with Chinese headers and values, codes as text, lists for what is one of
  /// a few words, and a sheet of explanations.
  ///
  /// - Parameter path: the file; one that is there is replaced.
  /// - Throws: `CatalogueError.unwritable`.
  public func write(workbook path: String) throws(CatalogueError) {
    // Beside its place, so that it can be moved there in one step.
    let draft = path + ".part"
    do {
      let title = self["plan"]?.rows.first.map { row in
        zip(self["plan"]?.columns ?? [], row).first { $0.0 == "title_zh" }?.1 ?? ""
      }
      let book = try Workbook(path: draft, title: title ?? "", createdAt: 0, fontName: "Microsoft YaHei")
      for sheet in all { try PlanSheetWriter(sheet).write(to: book) }
      try PlanSheetWriter.explain(all, in: book)
      try book.close()
      guard unsafe rename(draft, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw .unwritable(path: path, reason: "\(error)")
    }
  }
}

/// Writes one sheet of a plan's workbook.
private struct PlanSheetWriter {
  /// Rows below the last that are made ready to be filled in.
  private static let spareRows = 200

  private let sheet: PlanSheet
  private let words: [PlanWords?]

  init(_ sheet: PlanSheet) {
    self.sheet = sheet
    words = sheet.columns.map { PlanWords.of($0, file: sheet.file) }
  }

  func write(to book: Workbook) throws(WorkbookError) {
    let page = try book.addSheet(sheet.title)
    let head = CellFormat().with {
      $0.bold = true
      $0.fill = 0xD9E2F3
      $0.wraps = true
      $0.alignment = .center
    }
    for (column, header) in sheet.headers.enumerated() {
      try page.setWidth(width(ofColumn: column), ofColumn: column)
      try page.write(header, row: 0, column: column, as: head)
      let about = PlanColumn.about(sheet.columns[column], of: sheet.file)
      if !about.isEmpty { try page.comment(about, row: 0, column: column) }
    }
    // Everything is text: a spreadsheet then makes no date of a code and no rounding of a figure.
    let cell = CellFormat().with {
      $0.numberFormat = "@"
      $0.wraps = true
    }
    let spare = sheet.file == "plan" ? 0 : Self.spareRows
    for row in 0..<(sheet.rows.count + spare) {
      for column in sheet.columns.indices {
        let text = row < sheet.rows.count ? sheet.rows[row][column] : ""
        try page.write(words[column]?.name(of: text) ?? text, row: row + 1, column: column, as: cell)
      }
    }
    let rows = 1...max(1, sheet.rows.count + spare)
    for (column, words) in words.enumerated() {
      guard let words else { continue }
      try page.validate(
        CellValidation(.list(words.names), title: PlanSheetText.list.title, message: PlanSheetText.list.message),
        rows: rows, columns: column...column)
    }
    page.freeze(rows: 1, columns: sheet.file == "indicators" ? 1 : 0)
  }

  private func width(ofColumn column: Int) -> Double {
    switch sheet.columns[column] {
    case "wording", "source", "note", "doubt", "context", "title_zh", "reason", "change_note": 36
    case "name_zh", "name_en", "title_en", "reporters": 22
    default: 12
    }
  }

  static func explain(_ sheets: [PlanSheet], in book: Workbook) throws(WorkbookError) {
    let page = try book.addSheet(PlanSheetText.explanations)
    let look = CellFormat().with { $0.wraps = true }
    let bold = look.with {
      $0.bold = true
      $0.fill = 0xD9E2F3
    }
    for (column, width) in [16.0, 16, 24, 60].enumerated() { try page.setWidth(width, ofColumn: column) }
    var row = 0
    for line in PlanSheetText.introduction {
      try page.write(
        line, row: row, column: 0,
        as: look.with {
          $0.bordered = false; $0.wraps = false
        })
      row += 1
    }
    for (column, header) in PlanSheetText.explanationHeaders.enumerated() {
      try page.write(header, row: row, column: column, as: bold)
    }
    for sheet in sheets {
      for column in sheet.columns {
        row += 1
        let cells = [
          sheet.title, PlanColumn.name(column, of: sheet.file).zh, column, PlanColumn.about(column, of: sheet.file),
        ]
        for (place, text) in cells.enumerated() { try page.write(text, row: row, column: place, as: look) }
      }
    }
    page.freeze(rows: PlanSheetText.introduction.count + 1, columns: 0)
  }
}
