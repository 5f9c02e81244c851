import CXLSXWriter
import Foundation

/// What a sheet needs that people fill in.
extension Sheet {
  /// Lets people change only the cells whose look is not locked. There is no password: it keeps slips out, not people.
  public func protect() {
    var options = lxw_protection()
    options.format_cells = 1
    options.format_columns = 1
    options.format_rows = 1
    worksheet_protect(pointer, nil, &options)
  }

  /// Checks what is typed into cells; nothing is let in as well.
  ///
  /// - Throws: `WorkbookError` when the sheet has no such cells, or a text is too long for the format: 255 characters for a
  ///   message or a whole list, 32 for a title.
  public func validate(
    _ validation: CellValidation, rows: ClosedRange<Int>, columns: ClosedRange<Int>
  ) throws(WorkbookError) {
    var made = lxw_data_validation()
    made.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    made.error_title = strdup(validation.title)
    made.error_message = strdup(validation.message)
    var texts: [UnsafeMutablePointer<CChar>?] = []
    defer {
      free(made.error_title)
      free(made.error_message)
      for text in texts { free(text) }
    }
    made.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    switch validation.rule {
    case .number(let range):
      made.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      made.minimum_number = range?.lowerBound ?? -1e15
      made.maximum_number = range?.upperBound ?? 1e15
    case .day:
      made.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
      made.minimum_datetime = lxw_datetime(year: 1990, month: 1, day: 1, hour: 0, min: 0, sec: 0)
      made.maximum_datetime = lxw_datetime(year: 2099, month: 12, day: 31, hour: 0, min: 0, sec: 0)
    case .list(let list):
      made.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      texts = list.map { strdup($0) } + [nil]
    }
    let code = texts.withUnsafeMutableBufferPointer { texts in
      made.value_list = texts.isEmpty ? nil : texts.baseAddress
      return worksheet_data_validation_range(
        pointer, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
        UInt16(columns.upperBound), &made)
    }
    try check(code)
  }

  /// Attaches a comment to a cell.
  ///
  /// - Throws: `WorkbookError` when the sheet has no such cell, or the comment is longer than 32,767 characters.
  public func comment(_ text: String, row: Int, column: Int) throws(WorkbookError) {
    var options = lxw_comment_options()
    options.width = 260
    let lines = 1 + text.count / 16
    options.height = UInt16(30 + 18 * min(lines, 30))
    try check(worksheet_write_comment_opt(pointer, UInt32(row), UInt16(column), text, &options))
  }
}
