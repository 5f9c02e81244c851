import Attainment
import Catalogue
import Wording
import Workbook

extension Table {
  /// A sheet of a workbook as a table.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - book: the workbook that it is of.
  ///   - lineLimit: the most rows that are read.
  init(_ sheet: SheetContent, of book: WorkbookContent, lineLimit: Int) {
    self.sheet = sheet.name
    merges = sheet.merges
    hiddenColumns = sheet.hiddenColumns
    for content in sheet.rows {
      var row = Row(line: content.number, isHidden: content.isHidden)
      for cell in content.cells {
        let cell = Self.cell(cell, of: book, showsZeros: sheet.showsZeros)
        if !cell.text.isEmpty || cell.content != .text { row.cells.append(cell) }
      }
      if !row.cells.isEmpty { rows.append(row) }
    }
    if rows.count > lineLimit {
      faults.append(Fault(.tooManyLines, line: rows[lineLimit].line, .tooManyLines(lineLimit)))
      rows.removeSubrange(lineLimit...)
    }
  }

  private static func cell(_ cell: CellContent, of book: WorkbookContent, showsZeros: Bool) -> Cell {
    let look = book.looks[cell.look]
    var made = Cell(
      column: cell.column, text: "", isStruckOut: look.isStruckOut || cell.isPartlyStruckOut)
    switch cell.value {
    case .number(let stored):
      let decimal = TypedNumber.decimal(of: stored) ?? stored
      made.text = decimal
      if look.format.isDate, let day = Day(serial: stored, from1904: book.countsFrom1904) {
        made.text = day.description
        made.content = .day(day)
      } else {
        var shown = look.format.shown(decimal)
        if decimal == "0", !showsZeros { shown = NumberFormat.Shown(kind: .another, text: "", words: "") }
        made.content = .number(shown)
      }
    case .text(let text): made.text = TidyText.of(text)
    case .boolean(let truth): made.text = truth ? "TRUE" : "FALSE"
    case .error(let error):
      made.text = error
      made.content = .error
    case .nothing(let isCalculated):
      made.content = .nothing(formula: cell.formula ?? "", isCalculated: isCalculated)
      made.isStruckOut = false
      return made
    }
    if let formula = cell.formula, book.awaitsCalculation { made.content = .uncalculated(formula: formula) }
    return made
  }
}
