import Attainment
import Wording
import Workbook

/// The row of a table that names its columns.
struct Header: Sendable {
  /// What a column is, by its name.
  struct Column: Sendable {
    var kind: Vocabulary.Column
    /// What stood in brackets behind the name, or nil.
    var qualifier: String?
  }

  /// Line of the header.
  let line: Int
  /// Place in the table's rows.
  let row: Int
  /// The known columns.
  private(set) var columns: [Int: Column] = [:]
  /// Names that are not known, by column.
  private(set) var unknown: [Int: String] = [:]
  /// Fields of the header's line, those without a name at its end left out.
  let width: Int
  private var places: [Vocabulary.Column: Int] = [:]
  /// Columns that are there twice.
  private(set) var doubled: [SubmissionColumn] = []

  /// The place of a column; nil where the table has none.
  func place(of column: SubmissionColumn) -> Int? { places[.stored(column)] }

  /// The place of a column that is not stored.
  func place(of column: Vocabulary.Column) -> Int? { places[column] }

  /// Finds the header of a table: the first row that names columns of figures; where there is none, the first row.
  ///
  /// - Returns: nil where the table has no row.
  static func find(in table: Table) -> Header? {
    let head = table.rows.prefix(searchedRows)
    let place = head.indices.first { isHeader(head[$0]) } ?? head.indices.first
    return place.map { Header(table.rows[$0], at: $0) }
  }

  /// Rows among which a header is looked for.
  private static let searchedRows = 60

  /// Whether a row names columns: two that only such a table has, or several of which one is.
  private static func isHeader(_ row: Table.Row) -> Bool {
    let kinds = Set(row.cells.compactMap { column(named: $0.text)?.kind })
    let keys = kinds.filter { Self.keys.contains($0) }
    return keys.count >= 2 || keys.count == 1 && kinds.count >= 3
  }

  private static let keys: Set<Vocabulary.Column> = [
    .stored(.indicator), .indicatorName, .stored(.period), .stored(.value), .stored(.stage), .stored(.progress),
  ]

  /// Whether a sheet beside the one of figures holds figures, too, however it names its columns.
  static func namesColumns(_ row: Table.Row) -> Bool {
    row.cells.count { cell in
      switch column(named: cell.text)?.kind {
      case .stored(let stored): !stored.isRemark
      case .indicatorName, .unitName: true
      default: false
      }
    } >= 2
  }

  private init(_ row: Table.Row, at place: Int) {
    line = row.line
    self.row = place
    width = (row.cells.last?.column ?? -1) + 1
    let named = row.cells.map { ($0.column, $0.text, Self.column(named: $0.text)) }
    let hasUnit = named.contains { _, text, column in
      column?.kind == .stored(.unit) && TidyText.label(text) != Vocabulary.doubtfulUnitName
    }
    for (index, text, found) in named {
      guard var column = found else {
        unknown[index] = text
        continue
      }
      if hasUnit, column.kind == .stored(.unit), TidyText.label(text) == Vocabulary.doubtfulUnitName {
        column.kind = .unitOfMeasure
      }
      columns[index] = column
      if case .stored(let stored) = column.kind, places[column.kind] != nil { doubled.append(stored) }
      if places[column.kind] == nil { places[column.kind] = index }
    }
  }

  /// The column that a header's cell names, with what stands in brackets behind its name.
  private static func column(named text: String) -> Column? {
    let label = TidyText.label(text)
    guard !label.isEmpty, label.count <= 40 else { return nil }
    if let kind = Vocabulary.column(label) { return Column(kind: kind) }
    guard let (name, qualifier, isBracketed) = split(label), let kind = Vocabulary.column(name) else { return nil }
    guard isFigure(kind) else { return isBracketed ? Column(kind: kind) : nil }
    guard !qualifier.isEmpty else { return Column(kind: kind) }
    guard !Vocabulary.idleWords.contains(qualifier) else { return Column(kind: kind) }
    return Column(kind: kind, qualifier: qualifier)
  }

  /// `数值(亿元)`, `数值/亿元`, `数值:亿元` and `数值，单位:亿元` as name and unit.
  private static func split(_ label: String) -> (name: String, qualifier: String, isBracketed: Bool)? {
    if let last = label.last, Vocabulary.isClosing(last), let open = label.firstIndex(where: Vocabulary.isOpening) {
      let name = String(label[..<open])
      let inner = label[label.index(after: open)...].dropLast()
      return (name, withoutUnitLabel(String(inner)), true)
    }
    guard let mark = label.firstIndex(where: Vocabulary.divides), mark > label.startIndex else { return nil }
    return (String(label[..<mark]), withoutUnitLabel(String(label[label.index(after: mark)...])), false)
  }

  private static func withoutUnitLabel(_ text: String) -> String { Vocabulary.statedUnit(text) ?? text }

  private static func isFigure(_ kind: Vocabulary.Column) -> Bool {
    guard case .stored(let column) = kind else { return false }
    return column.isFigure
  }
}

extension SubmissionColumn {
  /// Whether it holds figures.
  var isFigure: Bool {
    switch self {
    case .value, .denominator, .baseValue, .baseDenominator, .progress: true
    default: false
    }
  }

  /// Whether it says which figure a line is.
  var isKey: Bool { self == .indicator || self == .unit || self == .period }

  /// Whether it holds free text.
  var isRemark: Bool { self == .reason || self == .nextStep || self == .evidence || self == .note }

  /// Place in the format's order, from 0.
  var ordinal: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
