import Wording

/// Something in a work plan's files that keeps it from being loaded: where, what was found, what would be right.
public struct PlanFault: Sendable, Equatable, CustomStringConvertible {
  /// Name of the file, as `indicators.csv`, or of the workbook's sheet.
  public let file: String

  /// Line in the file, or row of the sheet, from 1.
  public let line: Int

  /// Name of the column, as the format has it; nil when the whole line or file is meant.
  public let column: String?

  /// What was found, and what would be right.
  public let text: FaultText

  /// What was found, in English.
  public var found: String { text.found.en }

  /// One line in English: place, what was found, what is wanted.
  public var description: String {
    "\(file):\(line): \(column.map { "\($0): " } ?? "")found \(text.found.en); wanted \(text.wanted.en)"
  }

  /// Two lines: the fault in Chinese, then in English, indented.
  public var report: String {
    let stem = PlanFile.all.first { $0.name == file || $0.title == file }?.stem ?? file
    return text.report(file: file, line: line, column: column.map { PlanColumn.name($0, of: stem) })
  }
}

/// Why a work plan was not loaded.
public enum CatalogueError: Error, Sendable, CustomStringConvertible {
  /// The plan is not right; every fault that was found.
  case faults([PlanFault])
  /// The plan may not be loaded over the one there is.
  case refused(String)
  /// The database holds a plan that this version of the program cannot read, or none where one is needed.
  case stored(String)
  /// A file cannot be read.
  case unreadable(path: String, reason: String)
  /// A file cannot be written.
  case unwritable(path: String, reason: String)

  /// What is wrong, two lines for each fault.
  public var description: String {
    switch self {
    case .faults(let faults):
      return faults.map(\.report).joined(separator: "\n") + "\n" + FaultText.nothingLoaded(faults.count)
    case .refused(let reason), .stored(let reason): return reason
    case .unreadable(let path, let reason): return "\(path) cannot be read: \(reason)"
    case .unwritable(let path, let reason): return "\(path) cannot be written: \(reason)"
    }
  }
}
