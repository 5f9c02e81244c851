import CXLSXWriter

/// A sheet of a workbook. Rows and columns are counted from 0.
public final class Sheet {
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  private let name: String
  private let workbook: Workbook

  init(_ pointer: UnsafeMutablePointer<lxw_worksheet>, name: String, of workbook: Workbook) {
    self.pointer = pointer
    self.name = name
    self.workbook = workbook
  }

  /// Writes a text, which is never run as a formula.
  ///
  /// - Throws: `WorkbookError` when the text is longer than a cell holds, 32,767 characters, or the sheet has no such cell.
  public func write(_ text: String, row: Int, column: Int, as look: CellFormat) throws(WorkbookError) {
    let format = workbook.format(look)
    guard !text.isEmpty else { return try check(worksheet_write_blank(pointer, UInt32(row), UInt16(column), format)) }
    try check(worksheet_write_string(pointer, UInt32(row), UInt16(column), text, format))
  }

  /// Writes a number.
  ///
  /// - Throws: `WorkbookError` when the sheet has no such cell.
  public func write(_ number: Double, row: Int, column: Int, as look: CellFormat) throws(WorkbookError) {
    try check(worksheet_write_number(pointer, UInt32(row), UInt16(column), number, workbook.format(look)))
  }

  /// Sets the width of a column, in characters.
  ///
  /// - Throws: `WorkbookError` when the sheet has no such column.
  public func setWidth(_ width: Double, ofColumn column: Int) throws(WorkbookError) {
    try check(worksheet_set_column(pointer, UInt16(column), UInt16(column), width, nil))
  }

  /// Sets the height of a row, in points.
  ///
  /// - Throws: `WorkbookError` when the sheet has no such row.
  public func setHeight(_ height: Double, ofRow row: Int) throws(WorkbookError) {
    try check(worksheet_set_row(pointer, UInt32(row), height, nil))
  }

  /// Keeps the first rows and columns in view.
  public func freeze(rows: Int, columns: Int) { worksheet_freeze_panes(pointer, UInt32(rows), UInt16(columns)) }

  /// Puts filters on a table.
  ///
  /// - Throws: `WorkbookError` when the sheet has no such cells.
  public func filter(headerRow: Int, lastRow: Int, lastColumn: Int) throws(WorkbookError) {
    try check(worksheet_autofilter(pointer, UInt32(headerRow), 0, UInt32(lastRow), UInt16(lastColumn)))
  }

  /// Sets the sheet up for A4 across, as wide as the page, with rows repeated on each page.
  ///
  /// - Parameters:
  ///   - repeated: the last row, from the first one, that is repeated.
  ///   - footer: the footer, in the spreadsheet's own notation.
  /// - Throws: `WorkbookError` when the footer is longer than 255 characters.
  public func setUpPrint(repeatingTo repeated: Int, footer: String) throws(WorkbookError) {
    worksheet_set_landscape(pointer)
    // 9 is A4 in the format's list of papers.
    worksheet_set_paper(pointer, 9)
    worksheet_fit_to_pages(pointer, 1, 0)
    worksheet_set_margins(pointer, 0.4, 0.4, 0.5, 0.6)
    worksheet_center_horizontally(pointer)
    try check(worksheet_repeat_rows(pointer, 0, UInt32(repeated)))
    try check(worksheet_set_footer(pointer, footer))
  }

  /// Hides the lines between cells, but for those that the cells' own looks draw.
  public func hideGridLines() { worksheet_gridlines(pointer, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

  func check(_ code: lxw_error) throws(WorkbookError) {
    guard code == LXW_NO_ERROR else { throw WorkbookError("Sheet \(name)", code) }
  }
}
