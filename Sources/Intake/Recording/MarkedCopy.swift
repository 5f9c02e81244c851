import Attainment
import Foundation
import Wording
import Workbook

/// A copy of a refused workbook in which each faulty cell is marked and commented.
///
/// It is built anew from values, formats, locks and validations: no macro, link, formula or hidden content gets into it.
/// A faulty cell keeps what is wrong with it until somebody mends it; one whose fault a copy cannot show is emptied, and
/// the comment says what stood there.
struct MarkedCopy {
  private let book: WorkbookContent
  private let draft: Draft
  private let faults: [Fault]

  /// Colour of a marked cell, and of one that is locked.
  private static let marked: UInt32 = 0xFFEB9C
  private static let locked: UInt32 = 0xF2F2F2

  init(of book: WorkbookContent, draft: Draft, faults: [Fault]) {
    self.book = book
    self.draft = draft
    self.faults = faults
  }

  /// Writes the copy.
  ///
  /// - Throws: `WorkbookError` when it cannot be written.
  func write(to path: String, createdAt: Instant) throws(WorkbookError) {
    let seconds = Int(createdAt.microseconds / 1_000_000) + 946_684_800
    let copy = try Workbook(
      path: path, title: ReceiptSentence.markedCopy.zh, createdAt: seconds, fontName: "Microsoft YaHei")
    for content in book.sheets where content.isVisible {
      let sheet = try copy.addSheet(content.name)
      try write(content, to: sheet, comments: content.name == draft.sheet ? comments : [:])
    }
    try copy.close()
  }

  /// What is said of each cell.
  private var comments: [CellAddress: String] {
    var comments: [CellAddress: [String]] = [:]
    for fault in faults {
      let column = fault.column.flatMap { draft.places[$0] } ?? 0
      let address = fault.cell.flatMap { CellAddress($0) } ?? CellAddress(row: max(fault.line, 1), column: column)
      comments[address, default: []].append(fault.text.comment)
    }
    return comments.mapValues { $0.prefix(20).joined(separator: "\n") }
  }

  private func write(
    _ content: SheetContent, to sheet: Sheet, comments: [CellAddress: String]
  ) throws(WorkbookError) {
    let hidden = { (column: Int) in content.hiddenColumns.contains { $0.contains(column) } }
    var widths: [Int: Double] = [:]
    for (columns, width) in content.columnWidths where columns.upperBound < Self.columnLimit {
      for column in columns {
        widths[column] = width
        try sheet.setWidth(width, ofColumn: column)
      }
    }
    for blank in content.unlockedBlanks where !hidden(blank.column) {
      try sheet.write("", row: blank.row - 1, column: blank.column, as: look(nil, content, comments[blank] != nil))
    }
    for row in content.rows where !row.isHidden {
      // A title may run over its neighbours; what stands among others is wrapped, and seen whole.
      let isLine = row.cells.count > 2
      var lines = 1
      for cell in row.cells where !hidden(cell.column) {
        let address = CellAddress(row: row.number, column: cell.column)
        if case .text(let text) = cell.value, let width = widths[cell.column] {
          lines = max(lines, WrappedText.lines(of: text, inWidth: max(width, 2)))
        }
        try write(
          cell, at: address, to: sheet, look(cell, content, comments[address] != nil).with { $0.wraps = isLine })
      }
      if isLine, lines > 1 {
        try sheet.setHeight(WrappedText.height(ofLines: min(lines, Self.lineLimit)), ofRow: row.number - 1)
      }
    }
    let written = Set(
      content.rows.filter { !$0.isHidden }.flatMap { row in
        row.cells.map { CellAddress(row: row.number, column: $0.column) }
      })
    for (address, comment) in comments.sorted(by: { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }) {
      if !written.contains(address) {
        let blank = look(nil, content, true).with {
          $0.isLocked = content.isProtected && !content.unlockedBlanks.contains(address)
        }
        try sheet.write("", row: address.row - 1, column: address.column, as: blank)
      }
      try sheet.comment(comment, row: address.row - 1, column: address.column)
    }
    for validation in content.validations {
      for range in validation.ranges where range.columns.upperBound < Self.columnLimit {
        try sheet.validate(
          CellValidation(validation.rule, title: validation.title, message: validation.message),
          rows: (range.rows.lowerBound - 1)...(range.rows.upperBound - 1), columns: range.columns)
      }
    }
    if content.isProtected { sheet.protect() }
    try sheet.setUpPrint(repeatingTo: 0, footer: "&C&P / &N")
  }

  /// The most lines that a row is high.
  private static let lineLimit = 20

  /// Columns that anybody looks at.
  private static let columnLimit = 1_024

  /// The look of a cell; of an empty one that is not locked where there is none.
  private func look(_ cell: CellContent?, _ sheet: SheetContent, _ isMarked: Bool) -> CellFormat {
    let original = cell.map { book.looks[$0.look] }
    return CellFormat().with {
      $0.numberFormat = original?.format.code
      $0.isLocked = original?.isLocked ?? false
      if isMarked { $0.fill = Self.marked } else if sheet.isProtected, $0.isLocked { $0.fill = Self.locked }
      $0.bordered = true
    }
  }

  private func write(
    _ cell: CellContent, at address: CellAddress, to sheet: Sheet, _ look: CellFormat
  ) throws(WorkbookError) {
    let (row, column) = (address.row - 1, address.column)
    let isLost =
      cell.isPartlyStruckOut || book.looks[cell.look].isStruckOut || cell.formula != nil && book.awaitsCalculation
    switch cell.value {
    case _ where isLost: try sheet.write("", row: row, column: column, as: look)
    case .number(let stored):
      let days = book.countsFrom1904 && book.looks[cell.look].format.isDate ? 1_462.0 : 0
      try sheet.write((Double(stored) ?? 0) + days, row: row, column: column, as: look)
    case .text(let text): try sheet.write(String(text.prefix(32_000)), row: row, column: column, as: look)
    case .boolean(let truth): try sheet.write(truth ? "TRUE" : "FALSE", row: row, column: column, as: look)
    case .error(let error): try sheet.write(error, row: row, column: column, as: look)
    case .nothing: try sheet.write("", row: row, column: column, as: look)
    }
  }
}
