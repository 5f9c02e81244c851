import Wording

/// A file of a work plan as texts: a row a line, a cell for each column.
public struct PlanSheet: Sendable, Equatable {
  /// Name of the file without its ending, as `indicators`.
  public let file: String
  /// Its columns by the names of the format, in their order.
  public let columns: [String]
  /// Its rows; each has a text for every column, empty where nothing is given.
  public private(set) var rows: [[String]] = []

  /// A file without rows.
  public init(_ file: String, columns: [String]) {
    self.file = file
    self.columns = columns
  }

  /// Adds a row.
  ///
  /// - Parameter cells: texts by column; a column that is not among them stays empty.
  public mutating func add(_ cells: [String: String]) { rows.append(columns.map { cells[$0] ?? "" }) }

  /// What people call it.
  public var title: String { PlanColumn.file(file).zh }

  /// Its columns as people call them.
  public var headers: [String] { columns.map { PlanColumn.name($0, of: file).zh } }
}

/// A work plan as texts, a sheet a file: what is written into CSV files and workbooks.
public struct PlanSheets: Sendable, Equatable {
  /// The files, in their order; those that a plan may lack only where there is something in them.
  public var all: [PlanSheet]

  /// A plan without rows, with every file and column that there is.
  public static var empty: PlanSheets {
    PlanSheets(all: PlanFile.all.map { PlanSheet($0.stem, columns: $0.allColumns) })
  }

  /// The sheet of a file; nil where there is none.
  public subscript(file: String) -> PlanSheet? {
    get { all.first { $0.file == file } }
    set {
      guard let newValue else { return all.removeAll { $0.file == file } }
      if let place = all.firstIndex(where: { $0.file == file }) { all[place] = newValue } else { all.append(newValue) }
    }
  }

  /// Adds a row to a file.
  public mutating func add(_ file: String, _ cells: [String: String]) {
    guard let place = all.firstIndex(where: { $0.file == file }) else { return }
    all[place].add(cells)
  }
}
