/// One reason why a file is refused: where it is, what was found and what is wanted.
///
/// Clerks read Chinese first, so every fault says both things in Chinese as well as in English.
public struct Fault: Error, Codable, Hashable, Sendable {
  /// What kind of fault it is, stable for programs.
  public enum Code: String, Codable, Sendable {
    case encoding, csv, workbook
    case noHeader = "no_header"
    case unknownColumn = "unknown_column"
    case duplicateColumn = "duplicate_column"
    case missingColumn = "missing_column"
    case namelessColumn = "nameless_column"
    case noData = "no_data"
    case fieldCount = "field_count"
    case missing
    case figure, progress, period, date, stage
    case noPlan = "no_plan"
    case unknownIndicator = "unknown_indicator"
    case unknownUnit = "unknown_unit"
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
  /// Physical line of the file, or row of the sheet, from 1.
  public let line: Int
  /// English name of the column; empty where the whole line or file is at fault.
  public let column: String
  /// What was found: a cell's text in quotes, or a description.
  public let found: String
  /// What was found, in Chinese.
  public let foundChinese: String
  /// What would be right, in English.
  public let wanted: String
  /// What would be right, in Chinese.
  public let wantedChinese: String

  /// A fault of a line.
  public init(
    _ code: Code, line: Int, column: String = "", found: String, foundChinese: String, wanted: String,
    wantedChinese: String
  ) {
    self.code = code
    self.line = line
    self.column = column
    self.found = found
    self.foundChinese = foundChinese
    self.wanted = wanted
    self.wantedChinese = wantedChinese
  }

  /// A fault of a cell, whose text is shown.
  init(
    _ code: Code, line: Int, column: SubmissionColumn, cell: String, wanted: String, wantedChinese: String
  ) {
    self.init(
      code, line: line, column: column.rawValue, found: cell.isEmpty ? "nothing" : Self.shown(cell),
      foundChinese: cell.isEmpty ? "空" : Self.shown(cell), wanted: wanted, wantedChinese: wantedChinese)
  }

  enum CodingKeys: String, CodingKey {
    case code, line, column, found
    case foundChinese = "found_zh"
    case wanted
    case wantedChinese = "wanted_zh"
  }

  /// A cell's text as a report shows it: in quotes, in one line, at most 60 characters.
  static func shown(_ text: String) -> String {
    let beginning = text.prefix(60)
    var shown = "\""
    for scalar in beginning.unicodeScalars {
      // What would break a line or steer a terminal, and a NUL, which PostgreSQL cannot hold.
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .format, .surrogate: shown += "\u{FFFD}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown + (beginning.count < text.count ? "…\"" : "\"")
  }
}

extension Fault: CustomStringConvertible {
  /// Two lines: `3: value（数值）："1,200"；请去掉千位分隔符，写成 1200`, then the same in English, indented.
  public var description: String {
    let place = SubmissionColumn(rawValue: column).map { "\(column)（\($0.chineseName)）：" } ?? ""
    return "\(line): \(place)\(foundChinese)；\(wantedChinese)\n    found \(found); wanted \(wanted)"
  }
}
