import Attainment
import Wording
import Workbook

/// Reads a table's rows by its header.
struct DraftReader {
  private let table: Table
  private let header: Header
  private(set) var draft = Draft()
  /// Rows of which merged, hidden and struck-out cells change what is read.
  private var dataLines: [Int] = []
  private var hiddenColumns: Set<Int> = []

  /// Reads a table.
  static func draft(of table: Table) -> Draft {
    guard let header = Header.find(in: table) else {
      var draft = Draft()
      draft.faults = table.faults.isEmpty ? [Fault(.noHeader, line: 1, .emptyFile)] : table.faults
      return draft
    }
    var reader = DraftReader(table, header)
    reader.read()
    return reader.draft
  }

  private init(_ table: Table, _ header: Header) {
    self.table = table
    self.header = header
    draft.faults = table.faults
    draft.sheet = table.sheet
    for column in SubmissionColumn.allCases { draft.places[column] = header.place(of: column) }
    hiddenColumns = Set(header.columns.keys.filter { column in table.hiddenColumns.contains { $0.contains(column) } })
  }

  private mutating func read() {
    for row in table.rows[..<header.row] { readTitle(row) }
    let below = table.rows[(header.row + 1)...]
    guard readHeader(below) else { return }
    for row in below { readRow(row) }
    checkMerges()
    checkHiddenColumns()
    if draft.lines.isEmpty, draft.faults.isEmpty {
      let line = header.line
      draft.faults.append(
        Fault(.noData, line: line, draft.unfilled.isEmpty ? .noData : .nothingFilledIn(draft.unfilled.count)))
    }
  }

  private func address(_ cell: Table.Cell, _ row: Table.Row) -> String? {
    table.sheet == nil ? nil : table.address(cell, of: row)
  }

  // MARK: Above the header

  private mutating func readTitle(_ row: Table.Row) {
    if row.cells.contains(where: { Vocabulary.indicatorCode($0.text) != nil }),
      row.cells.contains(where: \.looksLikeFigure)
    {
      draft.faults.append(Fault(.aboveHeader, line: row.line, .figuresAboveHeader(row.cells[0].text)))
      return
    }
    for cell in row.cells {
      if let unit = Vocabulary.statedUnit(cell.text) {
        draft.statements.append(Draft.Statement(text: unit, line: row.line, address: address(cell, row)))
      }
    }
    readContacts(row)
    draft.passed.append(Draft.Passed(kind: .title, line: row.line, text: row.cells[0].text))
  }

  // MARK: The header

  /// Reads what the header says beside names.
  ///
  /// - Returns: whether the rows below it can be read.
  private mutating func readHeader(_ below: ArraySlice<Table.Row>) -> Bool {
    let row = table.rows[header.row]
    if row.cells.count == 1, table.sheet == nil, let separator = row.cells[0].text.first(where: FaultText.separates) {
      draft.faults.append(Fault(.csv, line: row.line, .separator(separator)))
      return false
    }
    for column in header.doubled {
      draft.faults.append(Fault(.duplicateColumn, line: row.line, column: column, .duplicateColumn))
    }
    for (column, name) in header.unknown.sorted(by: { $0.key < $1.key }) {
      if header.columns.isEmpty || below.contains(where: { $0[column] != nil }) {
        draft.faults.append(
          Fault(.unknownColumn, line: row.line, cell: row[column].flatMap { address($0, row) }, .unknownColumn(name)))
      } else {
        draft.passed.append(Draft.Passed(kind: .emptyColumn, line: row.line, text: name))
      }
    }
    let names: [(SubmissionColumn, Vocabulary.Column?)] = [
      (.indicator, .indicatorName), (.unit, .unitName), (.period, nil),
    ]
    for (column, name) in names where header.place(of: column) == nil && name.flatMap({ header.place(of: $0) }) == nil {
      draft.faults.append(Fault(.missingColumn, line: row.line, column: column, .missingColumn(column)))
    }
    for (place, column) in header.columns.sorted(by: { $0.key < $1.key }) {
      if let qualifier = column.qualifier, case .stored(let stored) = column.kind {
        draft.statements.append(
          Draft.Statement(
            text: qualifier, line: row.line, address: row[place].flatMap { address($0, row) }, column: stored))
      }
      if column.kind == .extra, let cell = row[place] {
        draft.passed.append(Draft.Passed(kind: .extraColumn, line: row.line, text: cell.text))
      }
    }
    return !draft.faults.contains { $0.code == .missingColumn || $0.code == .duplicateColumn }
  }

  // MARK: Rows

  private mutating func readRow(_ row: Table.Row) {
    let seen = row.cells.filter { !$0.isBlank }
    guard let first = seen.first else {
      readFormulas(row)
      return
    }
    if isHeaderAgain(row) {
      draft.passed.append(Draft.Passed(kind: .repeatedHeader, line: row.line, text: first.text))
      return
    }
    if row.isHidden {
      draft.faults.append(Fault(.hidden, line: row.line, .hiddenRow))
      return
    }
    if readStatedUnit(row, seen) || readTotal(row, seen) || readFooter(row, seen) || readHeading(row, seen) { return }
    if let count = row.fieldCount, !fits(row, count) { return }
    dataLines.append(row.line)
    var line = Draft.Line(line: row.line)
    for cell in row.cells { take(cell, of: row, into: &line) }
    finish(&line, row)
  }

  /// A row in which nothing is seen: blank, but for formulas that were never calculated and might give anything.
  private mutating func readFormulas(_ row: Table.Row) {
    for cell in row.cells {
      guard case .nothing(let formula, let isCalculated) = cell.content, !isCalculated, !formula.contains("\"\""),
        let column = header.columns[cell.column], case .stored(let stored) = column.kind
      else { continue }
      draft.faults.append(
        Fault(.uncalculated, line: row.line, column: stored, cell: address(cell, row), .uncalculated(formula)))
    }
  }

  private func isHeaderAgain(_ row: Table.Row) -> Bool {
    let first = table.rows[header.row]
    return row.cells.count >= 2
      && row.cells.allSatisfy { TidyText.label($0.text) == first[$0.column].map { TidyText.label($0.text) } }
  }

  private mutating func readStatedUnit(_ row: Table.Row, _ seen: [Table.Cell]) -> Bool {
    guard seen.count <= 2, let cell = seen.first(where: { Vocabulary.statedUnit($0.text) != nil }),
      let unit = Vocabulary.statedUnit(cell.text), !seen.contains(where: \.looksLikeFigure)
    else { return false }
    draft.statements.append(Draft.Statement(text: unit, line: row.line, address: address(cell, row)))
    draft.passed.append(Draft.Passed(kind: .title, line: row.line, text: cell.text))
    return true
  }

  private mutating func readTotal(_ row: Table.Row, _ seen: [Table.Cell]) -> Bool {
    guard let cell = seen.first(where: { isKeyColumn($0.column) && Vocabulary.isTotal($0.text) }) else { return false }
    draft.faults.append(Fault(.totalRow, line: row.line, cell: address(cell, row), .totalRow(cell.text)))
    return true
  }

  private mutating func readFooter(_ row: Table.Row, _ seen: [Table.Cell]) -> Bool {
    guard let first = seen.first, Vocabulary.footer(first.text) != nil else { return false }
    if let figure = seen.first(where: { isFigureColumn($0.column) && $0.looksLikeFigure }) {
      draft.faults.append(
        Fault(.footerFigure, line: row.line, cell: address(figure, row), .footerWithFigure(figure.text)))
    } else {
      readContacts(row)
      draft.passed.append(Draft.Passed(kind: .footer, line: row.line, text: first.text))
    }
    return true
  }

  /// A heading within the table: a single text, numbered as headings are, or spread over merged cells.
  private mutating func readHeading(_ row: Table.Row, _ seen: [Table.Cell]) -> Bool {
    guard seen.count == 1, let cell = seen.first, !cell.looksLikeFigure, !isFigureColumn(cell.column),
      Vocabulary.isHeading(cell.text)
    else { return false }
    draft.passed.append(Draft.Passed(kind: .heading, line: row.line, text: cell.text))
    return true
  }

  private mutating func readContacts(_ row: Table.Row) {
    for (index, cell) in row.cells.enumerated() {
      // 填表人：甲　审核人：乙 may stand in one cell.
      for part in cell.text.split(whereSeparator: { $0.isWhitespace }).map(String.init) + [
        cell.text
      ] {
        guard let (contact, rest) = Vocabulary.footer(part), let contact, draft.contacts[contact] == nil else {
          continue
        }
        let next = row.cells.dropFirst(index + 1).first
        let value = rest.isEmpty ? next.flatMap { Vocabulary.footer($0.text) == nil ? $0.text : nil } ?? "" : rest
        if !value.isEmpty { draft.contacts[contact] = String(value.prefix(60)) }
      }
    }
  }

  private func isKeyColumn(_ column: Int) -> Bool {
    switch header.columns[column]?.kind {
    case .stored(let stored): stored.isKey
    case .indicatorName, .unitName: true
    case .extra: true
    default: false
    }
  }

  private func isFigureColumn(_ column: Int) -> Bool {
    if case .stored(let stored) = header.columns[column]?.kind { stored.isFigure } else { false }
  }

  // MARK: Fields

  /// Whether a line has as many fields as the header; fields without content at its end do not count, and may be missing.
  private mutating func fits(_ row: Table.Row, _ count: Int) -> Bool {
    if let split = splitFigure(in: row, count) {
      draft.faults.append(Fault(.splitFigure, line: row.line, .splitFigure(split)))
      return false
    }
    let used = (row.cells.last?.column ?? -1) + 1
    let wanted = max(header.width, table.rows[header.row].fieldCount ?? 0)
    guard used > wanted else { return true }
    draft.faults.append(Fault(.fieldCount, line: row.line, .fieldCount(count, wanted: wanted)))
    return false
  }

  /// A figure that its own thousands separator has spread over several fields: one to three digits, then groups of three
  /// where no figure is expected, or where the line has fields too many or too few.
  private func splitFigure(in row: Table.Row, _ count: Int) -> String? {
    let isRegular = count == table.rows[header.row].fieldCount
    for cell in row.cells where isFigureColumn(cell.column) {
      guard cell.text.wholeMatch(of: /-?[1-9]\d{0,2}/.asciiOnlyDigits()) != nil else { continue }
      var groups = [cell.text]
      while let next = row[cell.column + groups.count],
        next.text.wholeMatch(of: /\d{3}(?:\.\d+)?/.asciiOnlyDigits()) != nil,
        !groups.contains(where: { $0.contains(".") })
      {
        groups.append(next.text)
      }
      guard groups.count > 1 else { continue }
      let follows = header.columns[cell.column + 1]?.kind
      let isAmongFigures = isFigureColumn(cell.column + 1)
      if !isAmongFigures && follows != .extra || !isRegular { return groups.joined(separator: ",") }
    }
    return nil
  }

  private mutating func take(_ cell: Table.Cell, of row: Table.Row, into line: inout Draft.Line) {
    let made = Draft.Cell(text: cell.text, content: cell.content, address: address(cell, row))
    guard let column = header.columns[cell.column] else {
      if header.unknown[cell.column] == nil, !cell.isBlank {
        draft.faults.append(
          Fault(
            .namelessColumn, line: row.line, cell: made.address,
            .namelessColumn(cell.text, cell: table.address(cell, of: row))))
      }
      return
    }
    switch column.kind {
    case .stored(let stored):
      if cell.isStruckOut, stored != .note, !cell.isBlank {
        draft.faults.append(
          Fault(.struckOut, line: row.line, column: stored, cell: made.address, .struckOut(cell.text)))
      }
      if line.cells[stored] == nil { line.cells[stored] = made }
    case .indicatorName: line.indicatorName = made
    case .unitName: line.unitName = made
    case .unitOfMeasure: line.unitOfMeasure = made
    case .extra: break
    }
  }

  /// Names in the place of codes, the period, and whether the line is filled in.
  private mutating func finish(_ line: inout Draft.Line, _ row: Table.Row) {
    if line.cells[.indicator]?.text.isEmpty ?? true, let name = line.indicatorName { line.cells[.indicator] = name }
    if line.cells[.unit]?.text.isEmpty ?? true, let name = line.unitName { line.cells[.unit] = name }
    line.period = readPeriod(of: line)
    let filled = line.cells.filter { column, cell in !column.isKey && !isEmpty(cell, column) }
    guard filled.isEmpty else {
      draft.lines.append(line)
      return
    }
    // A line that holds only a name of something else is no prepared line.
    if line.period == nil || line.cells[.indicator] == nil || line.cells[.unit] == nil {
      draft.lines.append(line)
    } else {
      draft.unfilled.append(line)
    }
  }

  /// Whether a cell beside the keys says nothing: empty, or a formula that gave nothing.
  private func isEmpty(_ cell: Draft.Cell, _ column: SubmissionColumn) -> Bool {
    guard case .nothing(let formula, let isCalculated) = cell.content else { return cell.text.isEmpty }
    // What a formula that was never calculated would give, nobody knows; in free text it does not matter.
    return isCalculated || column.isRemark && formula.contains("\"\"")
  }

  private mutating func readPeriod(of line: Draft.Line) -> Month? {
    guard let cell = line.cells[.period], !cell.text.isEmpty else {
      draft.faults.append(Fault(.missing, line: line.line, column: .period, .missing(.period)))
      return nil
    }
    if case .day(let day) = cell.content { return day.month }
    let text: FaultText
    switch PeriodText.read(cell.text) {
    case .month(let month): return month
    case .several(let last): text = .severalMonths(cell.text, last: last)
    case .serial(let day): text = .serial(cell.text, day: day)
    case .unclear(let likely): text = .period(cell.text, meant: likely)
    }
    draft.faults.append(Fault(.period, line: line.line, column: .period, cell: cell.address, text))
    return nil
  }

  // MARK: Shapes

  private mutating func checkMerges() {
    let lines = ([header.line] + dataLines).sorted()
    for merge in table.merges where merge.columns.lowerBound < max(header.width, 1) {
      // The first line at or after the range's beginning lies in the range, or none does.
      var (low, high) = (0, lines.count)
      while low < high {
        let middle = (low + high) / 2
        if lines[middle] < merge.rows.lowerBound { low = middle + 1 } else { high = middle }
      }
      guard low < lines.count, lines[low] <= merge.rows.upperBound else { continue }
      draft.faults.append(
        Fault(
          .merged, line: lines[low],
          cell: CellAddress(row: merge.rows.lowerBound, column: merge.columns.lowerBound).description,
          .mergedCells(merge.description)))
      if draft.faults.count > Self.mergeFaultLimit { return }
    }
  }

  private static let mergeFaultLimit = 1_000

  private mutating func checkHiddenColumns() {
    for column in hiddenColumns.sorted() {
      guard case .stored(let stored) = header.columns[column]?.kind, !stored.isRemark else { continue }
      let lines = Set(dataLines)
      let hasContent = table.rows.contains { row in lines.contains(row.line) && row[column].map { !$0.isBlank } ?? false
      }
      if hasContent {
        let letters = CellAddress.letters(ofColumn: column)
        draft.faults.append(Fault(.hidden, line: header.line, column: stored, .hiddenColumn(letters)))
      }
    }
  }
}
