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

  /// Name of the file without its ending.
  let stem: String
  /// Name by which people find it: of the file, or of the sheet.
  let name: String
  private(set) var rows: [Row] = []
  private(set) var faults: [PlanFault] = []
  /// Whether every row could be read, so that what it does not hold is not there.
  var isWhole = true
  /// Codes of indicators whose own cells have faults.
  var spoilt: Set<String> = []

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: the file as a plan has it.
  ///   - source: its lines.
  init(_ file: PlanFile, _ source: PlanSource) {
    stem = file.stem
    name = source.name
    for fault in source.faults { spoil(fault.line, fault.column, fault.text) }
    guard let first = source.lines.first(where: { !$0.isBlank }) else {
      spoil(1, nil, .noHeader(file.columns, of: stem))
      return
    }
    var header = first.texts.map { clean($0, first.line, nil) }
    while header.last == "" { header.removeLast() }
    header = header.map { file.column(named: $0) ?? $0 }
    guard check(header: header, of: file, line: first.line) else { return }
    for line in source.lines where line.line > first.line && !line.isBlank { read(line, header: header) }
  }

  private mutating func read(_ line: PlanSource.Line, header: [String]) {
    var texts = line.texts
    // Spreadsheets write cells beyond the table.
    while texts.count > header.count, texts.last?.isEmpty == true { texts.removeLast() }
    guard texts.count == header.count || line.isPadded && texts.count < header.count else {
      return spoil(line.line, nil, .fields(texts.count, header: header.count))
    }
    var cells: [String: String] = [:]
    for (column, text) in zip(header, texts) { cells[column] = clean(text, line.line, column) }
    rows.append(Row(line: line.line, cells: cells))
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
    report(line, column, .unseen(unseen, in: String(cleaned)))
    return String(cleaned)
  }

  /// Whether a header has every column that must be there and none that no plan has.
  private mutating func check(header: [String], of file: PlanFile, line: Int) -> Bool {
    let count = faults.count
    for missing in file.columns where !header.contains(missing) {
      spoil(line, missing, .missingColumn(file.columns, of: stem))
    }
    for (index, name) in header.enumerated() {
      if header[..<index].contains(name) {
        spoil(line, name, .columnTwice)
      } else if !file.allColumns.contains(name) {
        spoil(line, name, .unknownColumn(file.columns + file.optionalColumns, of: stem))
      }
    }
    return faults.count == count
  }

  /// Records a fault that leaves rows or cells unread.
  private mutating func spoil(_ line: Int, _ column: String?, _ text: FaultText) {
    isWhole = false
    report(line, column, text)
  }

  /// Records a fault.
  mutating func report(_ line: Int, _ column: String?, _ text: FaultText) {
    faults.append(PlanFault(file: name, line: line, column: column, text: text))
  }
}
