/// Something in a work plan's files that keeps it from being loaded: where, what was found, what would be right.
public struct PlanFault: Sendable, Equatable, CustomStringConvertible {
  /// Name of the file, as `indicators.csv`.
  public let file: String

  /// Line in the file, from 1.
  public let line: Int

  /// Name of the column; nil when the whole line or file is meant.
  public let column: String?

  /// What was found.
  public let found: String

  /// What would be right.
  public let wanted: String

  /// One line: place, what was found, what is wanted.
  public var description: String {
    "\(file):\(line): \(column.map { "\($0): " } ?? "")found \(found); wanted \(wanted)"
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

  /// What is wrong, a line for each fault.
  public var description: String {
    switch self {
    case .faults(let faults):
      let count = faults.count == 1 ? "1 fault" : "\(faults.count) faults"
      return faults.map(\.description).joined(separator: "\n") + "\n\(count); nothing was loaded"
    case .refused(let reason), .stored(let reason): return reason
    case .unreadable(let path, let reason): return "\(path) cannot be read: \(reason)"
    }
  }
}
