import CSV
import Wording

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
  /// Whether every row could be read, so that it is worth checking what their cells hold.
  private(set) var isWhole = true

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: the file as a plan has it.
  ///   - bytes: UTF-8 CSV with a header.
  init(_ file: PlanFile, bytes: [UInt8]) {
    self.file = file.name
    var header: [String]?
    for row in CSVReader.rows(of: bytes) {
      switch row {
      case .fault(let fault): spoil(fault.line, nil, fault.found, fault.wanted)
      case .record(let record):
        if record.isBlank { continue }
        guard let texts = record.texts() else {
          spoil(record.line, nil, "bytes that are not UTF-8", "UTF-8 text")
          continue
        }
        if let header {
          read(texts, header: header, line: record.line)
        } else {
          header = texts.map { clean($0, record.line, nil) }
          check(header: header ?? [], of: file)
          if !isWhole { return }
        }
      }
    }
    if header == nil { spoil(1, nil, "an empty file", "the header \(file.columns.joined(separator: ","))") }
  }

  private mutating func read(_ texts: [String], header: [String], line: Int) {
    guard texts.count == header.count else {
      spoil(line, nil, "\(texts.count) fields", "\(header.count), as the header has")
      return
    }
    var cells: [String: String] = [:]
    for (column, text) in zip(header, texts) { cells[column] = clean(text, line, column) }
    rows.append(Row(line: line, cells: cells))
  }

  /// A cell's text, free of characters that no text of a plan may hold; each that it held is reported.
  private mutating func clean(_ text: String, _ line: Int, _ column: String?) -> String {
    guard text.unicodeScalars.contains(where: \.isUnseen) else { return text }
    var cleaned = String.UnicodeScalarView()
    var unseen: [String] = []
    for scalar in text.unicodeScalars {
      if !scalar.isUnseen {
        cleaned.append(scalar)
      } else if !unseen.contains(scalar.codePoint) {
        unseen.append(scalar.codePoint)
      }
    }
    report(
      line, column, "\(unseen.joined(separator: ", ")) in '\(String(cleaned))'",
      "a text in one line, without control characters, marks of direction and what nobody sees")
    return String(cleaned)
  }

  private mutating func check(header: [String], of file: PlanFile) {
    for missing in file.columns where !header.contains(missing) {
      spoil(1, missing, "no such column", "the header \(file.columns.joined(separator: ","))")
    }
    let known = file.columns + file.optionalColumns
    for (index, name) in header.enumerated() {
      if header[..<index].contains(name) {
        spoil(1, name, "the column twice", "each column once")
      } else if !known.contains(name) {
        spoil(1, name, "an unknown column", "columns out of \(known.joined(separator: ", "))")
      }
    }
  }

  /// Records a fault that leaves rows or cells unread.
  private mutating func spoil(_ line: Int, _ column: String?, _ found: String, _ wanted: String) {
    isWhole = false
    report(line, column, found, wanted)
  }

  /// Records a fault.
  mutating func report(_ line: Int, _ column: String?, _ found: String, _ wanted: String) {
    faults.append(PlanFault(file: file, line: line, column: column, found: found, wanted: wanted))
  }
}
