import Attainment
import Wording
import Workbook

/// What a file says, as far as the file alone tells: its lines in the columns of the format, and what is wrong with them.
struct Draft: Sendable {
  /// One line of figures, not yet checked against the plan.
  struct Line: Sendable {
    var line: Int
    /// The month; nil where the period is at fault.
    var period: Month?
    var cells: [SubmissionColumn: Cell] = [:]
    /// What stands in the columns of names and units of measure.
    var indicatorName: Cell?
    var unitName: Cell?
    var unitOfMeasure: Cell?
  }

  /// A cell of a line.
  struct Cell: Sendable {
    var text: String
    var content: Table.Cell.Content
    /// Address in a workbook; nil in a text file.
    var address: String?
  }

  /// A unit of measure, or a span of months, that the file states for a whole column or for all of them.
  struct Statement: Sendable, Hashable {
    var text: String
    var line: Int
    var address: String?
    /// The column; nil for every column of figures.
    var column: SubmissionColumn?
  }

  /// Something that was passed over, which the receipt tells.
  struct Passed: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case title, footer, heading, extraColumn, repeatedHeader, sheet, emptyColumn }
    var kind: Kind
    var line: Int
    var text: String
  }

  /// The lines with figures.
  var lines: [Line] = []
  /// Lines that hold keys and no figure.
  var unfilled: [Line] = []
  var statements: [Statement] = []
  var passed: [Passed] = []
  var contacts: [Vocabulary.Contact: String] = [:]
  var faults: [Fault] = []
  /// Name of the sheet of figures; nil in a text file.
  var sheet: String?
  /// The columns of the format in the table, from 0.
  var places: [SubmissionColumn: Int] = [:]

  /// Lines of data, those not filled in among them.
  var lineCount: Int { lines.count + unfilled.count }
}
