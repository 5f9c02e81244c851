/// One reason why a file is refused: where it is, what was found and what is wanted.
public struct Fault: Error, Codable, Hashable, Sendable {
  /// What kind of fault it is, stable for programs.
  public enum Code: String, Codable, Sendable {
    case encoding, csv
    case noHeader = "no_header"
    case unknownColumn = "unknown_column"
    case duplicateColumn = "duplicate_column"
    case missingColumn = "missing_column"
    case noData = "no_data"
    case fieldCount = "field_count"
    case missing
    case figure, progress, period, date, stage
    case noPlan = "no_plan"
    case unknownIndicator = "unknown_indicator"
    case unknownUnit = "unknown_unit"
    case foreignUnit = "foreign_unit"
    case notReporter = "not_reporter"
    case notDue = "not_due"
    case notOver = "not_over"
    case occurredInFuture = "occurred_in_future"
    case occurredAfterPeriod = "occurred_after_period"
    case notTaken = "not_taken"
    case stageBack = "stage_back"
    case duplicate
  }

  /// What kind of fault it is.
  public let code: Code
  /// Physical line of the file, from 1.
  public let line: Int
  /// English name of the column; empty where the whole line or file is at fault.
  public let column: String
  /// What was found: a cell's text in quotes, or a description.
  public let found: String
  /// What would be right, in English.
  public let wanted: String
  /// What would be right, in Chinese.
  public let wantedChinese: String

  /// A fault of a line.
  public init(
    _ code: Code, line: Int, column: String = "", found: String, wanted: String, wantedChinese: String
  ) {
    self.code = code
    self.line = line
    self.column = column
    self.found = found
    self.wanted = wanted
    self.wantedChinese = wantedChinese
  }

  enum CodingKeys: String, CodingKey {
    case code, line, column, found, wanted
    case wantedChinese = "wanted_zh"
  }

  /// A cell's text as a report shows it: in quotes, at most 60 characters; `nothing` for an empty one.
  static func shown(_ text: String) -> String {
    if text.isEmpty { return "nothing" }
    let beginning = text.prefix(60)
    return "\"\(beginning)\(beginning.count < text.count ? "…" : "")\""
  }
}

extension Fault: CustomStringConvertible {
  /// As `3: value: found "1,200"; wanted …`.
  public var description: String {
    "\(line): \(column.isEmpty ? "" : column + ": ")found \(found); wanted \(wanted) (\(wantedChinese))"
  }
}
