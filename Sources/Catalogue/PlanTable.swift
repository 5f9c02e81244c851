import CSV

/// One file of a work plan: its rows by column name, and the faults that were found in reading it.
struct PlanTable {
  /// A row, with its line in the file.
  struct Row {
    let line: Int
    private let cells: [String: String]

    init(line: Int, cells: [String: String]) {
      self.line = line
      self.cells = cells
    }

    /// The text of a column; nil where it is empty.
    subscript(column: String) -> String? { cells[column].flatMap { $0.isEmpty ? nil : $0 } }
  }

  let file: String
  private(set) var rows: [Row] = []
  private(set) var faults: [PlanFault] = []

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: its name, for faults.
  ///   - bytes: UTF-8 CSV with a header.
  ///   - columns: columns that must be there, in any order.
  ///   - optional: columns that may be there.
  init(file: String, bytes: [UInt8], columns: [String], optional: [String] = []) {
    self.file = file
    var header: [String]?
    for row in CSVReader.rows(of: bytes) {
      switch row {
      case .fault(let fault):
        faults.append(PlanFault(file: file, line: fault.line, column: nil, found: fault.found, wanted: fault.wanted))
      case .record(let record):
        if record.isBlank { continue }
        guard let texts = record.texts() else {
          report(record.line, nil, "bytes that are not UTF-8", "UTF-8 text")
          continue
        }
        if let header {
          guard texts.count == header.count else {
            report(record.line, nil, "\(texts.count) fields", "\(header.count), as the header has")
            continue
          }
          rows.append(Row(line: record.line, cells: Dictionary(uniqueKeysWithValues: zip(header, texts))))
        } else {
          header = texts
          check(header: texts, columns: columns, optional: optional)
          if !faults.isEmpty { return }
        }
      }
    }
    if header == nil { report(1, nil, "an empty file", "the header \(columns.joined(separator: ","))") }
  }

  private mutating func check(header: [String], columns: [String], optional: [String]) {
    for missing in columns where !header.contains(missing) {
      report(1, missing, "no such column", "the header \(columns.joined(separator: ","))")
    }
    for (index, name) in header.enumerated() {
      if header[..<index].contains(name) {
        report(1, name, "the column twice", "each column once")
      } else if !columns.contains(name) && !optional.contains(name) {
        report(1, name, "an unknown column", "the header \(columns.joined(separator: ","))")
      }
    }
  }

  /// Records a fault.
  mutating func report(_ line: Int, _ column: String?, _ found: String, _ wanted: String) {
    faults.append(PlanFault(file: file, line: line, column: column, found: found, wanted: wanted))
  }
}
