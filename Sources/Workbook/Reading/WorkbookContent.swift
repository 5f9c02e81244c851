/// What a workbook (.xlsx) holds, as far as figures are concerned.
public struct WorkbookContent: Sendable {
  /// The sheets in their order; those of charts are left out.
  public let sheets: [SheetContent]
  /// The looks that cells refer to.
  public let looks: [CellLook]
  /// Whether its program is told to calculate every formula anew: the values saved with them are nobody's.
  public let awaitsCalculation: Bool
  /// Whether days count from 1904 rather than 1900.
  public let countsFrom1904: Bool
}

/// What a sheet holds.
public struct SheetContent: Sendable {
  /// Its name.
  public let name: String
  /// Whether it is shown.
  public let isVisible: Bool
  /// The rows with content, in their order.
  public internal(set) var rows: [RowContent] = []
  /// Cells merged into one.
  public internal(set) var merges: [CellRange] = []
  /// Columns that are not shown, from 0.
  public internal(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// Whether a zero is shown.
  public internal(set) var showsZeros = true
  /// Whether only cells that are not locked can be changed.
  public internal(set) var isProtected = false
  /// Empty cells that are not locked.
  public internal(set) var unlockedBlanks: [CellAddress] = []
  /// What people may type into cells.
  public internal(set) var validations: [SheetValidation] = []
  /// Widths of columns, in characters.
  public internal(set) var columnWidths: [(columns: ClosedRange<Int>, width: Double)] = []
}

/// A row with content.
public struct RowContent: Sendable {
  /// Its number, from 1.
  public let number: Int
  /// Whether it is hidden.
  public let isHidden: Bool
  /// The cells with content, by column.
  public internal(set) var cells: [CellContent] = []
}

/// A cell with content.
public struct CellContent: Sendable {
  /// What a cell holds.
  public enum Value: Sendable, Hashable {
    /// A number as the file has it: binary fractions in up to 17 digits.
    case number(String)
    /// A text.
    case text(String)
    /// A truth value.
    case boolean(Bool)
    /// The error that a formula gave, as `#DIV/0!`.
    case error(String)
    /// Nothing: a formula without a saved value, or one that gave an empty text.
    case nothing(isCalculated: Bool)
  }

  /// Column, from 0.
  public let column: Int
  /// What it holds.
  public let value: Value
  /// Its formula; nil where it has none, empty where another cell's is shared.
  public let formula: String?
  /// Place of its look in ``WorkbookContent/looks``.
  public let look: Int
  /// Whether part of its text is struck out.
  public let isPartlyStruckOut: Bool
}

/// How a cell looks, as far as that changes what a reader takes it for.
public struct CellLook: Sendable, Hashable {
  /// The format of numbers.
  public let format: NumberFormat
  /// Whether the text is struck out.
  public let isStruckOut: Bool
  /// Whether it cannot be changed while its sheet is protected.
  public let isLocked: Bool

  /// The look of a cell without one.
  public static let plain = CellLook(format: .general, isStruckOut: false, isLocked: true)
}

/// What people may type into some cells of a sheet.
public struct SheetValidation: Sendable, Hashable {
  /// The cells.
  public let ranges: [CellRange]
  /// What may be typed.
  public let rule: CellValidation.Rule
  /// Title of what is said of anything else.
  public let title: String
  /// What is said of anything else.
  public let message: String
}

/// A rectangle of cells. Rows count from 1, columns from 0.
public struct CellRange: Sendable, Hashable, CustomStringConvertible {
  /// Its rows.
  public let rows: ClosedRange<Int>
  /// Its columns.
  public let columns: ClosedRange<Int>

  /// A range from its address, `D5:D6` or `D5`; nil for any other text.
  public init?(_ address: String) {
    let corners = address.split(separator: ":", omittingEmptySubsequences: false).map { CellAddress(String($0)) }
    guard let first = corners.first ?? nil, let last = corners.last ?? nil, corners.count <= 2,
      first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }

  /// As `D5:D6`.
  public var description: String {
    "\(CellAddress(row: rows.lowerBound, column: columns.lowerBound)):"
      + "\(CellAddress(row: rows.upperBound, column: columns.upperBound))"
  }
}

/// The place of a cell. The row counts from 1, the column from 0.
public struct CellAddress: Sendable, Hashable, CustomStringConvertible {
  /// Last row and column that a sheet can have.
  static let lastRow = 1_048_576
  static let lastColumn = 16_383

  /// Row, from 1.
  public let row: Int
  /// Column, from 0.
  public let column: Int

  /// A place.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// A place from its address, `AB12`; nil for any other text, or where no sheet has such a cell.
  public init?(_ address: String) {
    var (row, column) = (0, 0)
    var hasDigits = false
    for byte in address.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        hasDigits = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard row <= Self.lastRow, column <= Self.lastColumn + 1 else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column - 1)
  }

  /// As `AB12`.
  public var description: String { Self.letters(ofColumn: column) + String(row) }

  /// The letters of a column, counted from 0, as `AB`.
  public static func letters(ofColumn column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(digit))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
