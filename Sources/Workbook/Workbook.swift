import CXLSXWriter
import Foundation

/// A workbook (.xlsx) on its way into a file, which is written when the workbook is closed.
///
/// The same calls give the same bytes: the file holds no instant but the one it is given.
public final class Workbook {
  private var pointer: UnsafeMutablePointer<lxw_workbook>?
  private let path: String
  private let fontName: String
  private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - title: title of the document.
  ///   - createdAt: the instant that the document says it was made at, in seconds since 1970 UTC.
  ///   - fontName: font of every cell.
  /// - Throws: `WorkbookError` when memory is short.
  public init(path: String, title: String, createdAt: Int, fontName: String) throws(WorkbookError) {
    guard let pointer = workbook_new(path) else { throw WorkbookError(path, LXW_ERROR_MEMORY_MALLOC_FAILED) }
    self.pointer = pointer
    self.path = path
    self.fontName = fontName
    var properties = lxw_doc_properties()
    properties.title = strdup(title)
    properties.created = createdAt
    defer { free(properties.title) }
    try check(workbook_set_properties(pointer, &properties))
  }

  deinit {
    // Closing is the only way to give the memory back; an abandoned file is removed by whoever abandons its folder.
    if let pointer { _ = close_without_a_word(pointer) }
  }

  /// Adds a sheet after those before.
  ///
  /// - Throws: `WorkbookError` when the name is taken, too long or holds a character that names of sheets cannot.
  public func addSheet(_ name: String) throws(WorkbookError) -> Sheet {
    guard let pointer else { throw WorkbookError(path, LXW_ERROR_NULL_PARAMETER_IGNORED) }
    try check(workbook_validate_sheet_name(pointer, name))
    guard let sheet = workbook_add_worksheet(pointer, name) else {
      throw WorkbookError(path, LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    return Sheet(sheet, name: name, of: self)
  }

  /// Writes the file.
  ///
  /// - Throws: `WorkbookError` when it cannot be written, or its scratch files had no room.
  public func close() throws(WorkbookError) {
    guard let pointer else { return }
    self.pointer = nil
    try check(close_without_a_word(pointer))
    guard Self.isWhole(path) else { throw WorkbookError(path, LXW_ERROR_CREATING_TMPFILE) }
  }

  func format(_ look: CellFormat) -> UnsafeMutablePointer<lxw_format>? {
    if let format = formats[look] { return format }
    guard let pointer, let format = workbook_add_format(pointer) else { return nil }
    format_set_font_name(format, fontName)
    format_set_font_size(format, look.size)
    format_set_font_color(format, look.color)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    let alignment =
      switch look.alignment {
      case .left: LXW_ALIGN_LEFT
      case .center: LXW_ALIGN_CENTER
      case .right: LXW_ALIGN_RIGHT
      }
    format_set_align(format, UInt8(alignment.rawValue))
    if !look.isLocked { format_set_unlocked(format) }
    if look.bold { format_set_bold(format) }
    if look.wraps { format_set_text_wrap(format) }
    if let fill = look.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_fg_color(format, fill)
    }
    if look.bordered {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xBFBFBF)
    }
    if let numberFormat = look.numberFormat { format_set_num_format(format, numberFormat) }
    formats[look] = format
    return format
  }

  private func check(_ code: lxw_error) throws(WorkbookError) {
    guard code == LXW_NO_ERROR else { throw WorkbookError(path, code) }
  }
}
