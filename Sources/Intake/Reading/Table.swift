import Attainment
import Wording
import Workbook

/// A table as a file holds it, before anything in it is understood.
struct Table: Sendable {
  /// Name of its sheet; nil where the file is no workbook.
  var sheet: String?
  /// Rows with content, in their order.
  var rows: [Row] = []
  /// Rectangles of cells merged into one.
  var merges: [CellRange] = []
  /// Columns that are not shown, from 0.
  var hiddenColumns: [ClosedRange<Int>] = []
  /// What is wrong with lines that could not be read.
  var faults: [Fault] = []

  /// One row.
  struct Row: Sendable {
    /// Line of the file on which it begins, or number of the row; from 1.
    var line: Int
    /// Fields of the line; nil in a workbook, where every row has as many as the sheet.
    var fieldCount: Int?
    var isHidden = false
    /// The cells with content, by column.
    var cells: [Cell] = []

    /// The cell of a column.
    subscript(column: Int) -> Cell? {
      // Most rows hold a cell in each column.
      if cells.indices.contains(column), cells[column].column == column { return cells[column] }
      return cells.first { $0.column == column }
    }
  }

  /// One cell with content.
  struct Cell: Sendable {
    /// What it holds beside its text.
    enum Content: Sendable, Hashable {
      case text
      /// A number, and what its format makes of it.
      case number(NumberFormat.Shown)
      case day(Day)
      /// The error that a formula gave.
      case error
      /// A formula that gives nothing; whether it has been calculated, and whether it may give an empty text.
      case nothing(formula: String, isCalculated: Bool)
      /// A formula whose value was never calculated.
      case uncalculated(formula: String)
    }

    /// Column, from 0.
    var column: Int
    /// Its text, tidy; of a number the plain decimal.
    var text: String
    var content = Content.text
    /// Whether any of it is struck out.
    var isStruckOut = false

    /// Whether a reader sees nothing in it.
    var isBlank: Bool {
      if case .nothing = content { true } else { text.isEmpty }
    }

    /// Whether it is a number, or a text of digits with signs that figures are written with.
    var looksLikeFigure: Bool {
      switch content {
      case .number, .uncalculated: true
      case .text: FigureText.looksLikeFigure(text)
      case .day, .error, .nothing: false
      }
    }
  }

  /// The address of a cell, as people find it: `D2`.
  func address(_ cell: Cell, of row: Row) -> String { CellAddress(row: row.line, column: cell.column).description }
}
