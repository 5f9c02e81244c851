import Wording

/// One reason why a file is refused: where it is, what was found and what is wanted, in Chinese and in English.
public struct Fault: Error, Hashable, Sendable {
  /// What kind of fault it is, stable for programs.
  public enum Code: String, Codable, Sendable, CaseIterable {
    case form, encoding, csv, workbook
    case tooManyLines = "too_many_lines"
    case severalSheets = "several_sheets"
    case noHeader = "no_header"
    case unknownColumn = "unknown_column"
    case duplicateColumn = "duplicate_column"
    case missingColumn = "missing_column"
    case namelessColumn = "nameless_column"
    case aboveHeader = "above_header"
    case noData = "no_data"
    case fieldCount = "field_count"
    case splitFigure = "split_figure"
    case totalRow = "total_row"
    case footerFigure = "footer_figure"
    case hidden
    case merged
    case struckOut = "struck_out"
    case missing
    case remarkWithoutFigure = "remark_without_figure"
    case figure, progress, period, date, stage
    case uncalculated
    case shownOtherwise = "shown_otherwise"
    case statedUnit = "stated_unit"
    case otherSpan = "other_span"
    case rate
    case noPlan = "no_plan"
    case unknownIndicator = "unknown_indicator"
    case unknownUnit = "unknown_unit"
    case ambiguousName = "ambiguous_name"
    case otherName = "other_name"
    case notReporter = "not_reporter"
    case notDue = "not_due"
    case notOver = "not_over"
    case closed
    case occurredInFuture = "occurred_in_future"
    case occurredAfterPeriod = "occurred_after_period"
    case notTaken = "not_taken"
    case stageBack = "stage_back"
    case duplicate
  }

  /// What kind of fault it is.
  public let code: Code
  /// Line of the file, or row of the sheet, from 1.
  public let line: Int
  /// The column; nil where the whole line or file is at fault.
  public let column: SubmissionColumn?
  /// Address of the cell in a workbook, as `D2`; nil where the whole row or file is at fault, and in a text file.
  public let cell: String?
  /// What was found, and what would be right.
  public let text: FaultText

  init(_ code: Code, line: Int, column: SubmissionColumn? = nil, cell: String? = nil, _ text: FaultText) {
    self.code = code
    self.line = line
    self.column = column
    self.cell = cell
    self.text = text
  }
}

extension Fault: Comparable {
  /// Whether one fault stands before another in a report: by line, then by column.
  public static func < (a: Fault, b: Fault) -> Bool {
    (a.line, a.column?.ordinal ?? -1) < (b.line, b.column?.ordinal ?? -1)
  }
}

extension Fault: Encodable {
  private enum CodingKeys: String, CodingKey {
    case code, line, column, cell, found
    case foundChinese = "found_zh"
    case wanted
    case wantedChinese = "wanted_zh"
  }

  /// Writes the fault as the batch on record keeps it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .code)
    try container.encode(line, forKey: .line)
    try container.encode(column?.rawValue ?? "", forKey: .column)
    try container.encodeIfPresent(cell, forKey: .cell)
    try container.encode(text.found.en, forKey: .found)
    try container.encode(text.found.zh, forKey: .foundChinese)
    try container.encode(text.wanted.en, forKey: .wanted)
    try container.encode(text.wanted.zh, forKey: .wantedChinese)
  }
}

extension Fault: CustomStringConvertible {
  /// Two lines: `3: 数值：“1,200”；请去掉千位分隔符，写成 1200`, then the same in English, indented.
  public var description: String { text.report(line: line, column: column, cell: cell) }
}
