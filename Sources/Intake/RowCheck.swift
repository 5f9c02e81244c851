import CSV

/// What can be said of one line by itself: its cells, checked and written as a line of the staging table.
struct RowCheck {
  private let header: Header

  init(header: Header) {
    self.header = header
  }

  /// Checks a data line and appends it, as a line of CSV, to what goes to the staging table.
  ///
  /// A cell at fault goes there as null with its bit set in `flawed`, so that it is not called missing as well.
  func stage(_ record: CSVRecord, onto staged: inout [UInt8], faults: inout FaultLog) {
    guard record.count == header.columns.count else {
      faults.add(.fieldCount(record.count, wanted: header.columns.count, line: record.line))
      return
    }
    for field in header.nameless where !record[field].trimmed.isEmpty {
      faults.add(.namelessColumn(Self.text(record[field].trimmed), line: record.line))
    }
    var cells: [ArraySlice<UInt8>] = []
    cells.reserveCapacity(SubmissionColumn.allCases.count)
    var flawed = 0
    for (ordinal, column) in SubmissionColumn.allCases.enumerated() {
      let cell = header.fields[ordinal].map { record[$0].trimmed } ?? []
      if cell.isEmpty, !column.isRequired {
        cells.append(cell)
      } else if let fault = Self.fault(of: cell, column, line: record.line) {
        faults.add(fault)
        flawed |= 1 << ordinal
        cells.append([])
      } else {
        cells.append(cell)
      }
    }
    staged += String(record.line).utf8
    staged.append(UInt8(ascii: ","))
    staged += String(flawed).utf8
    for (cell, column) in zip(cells, SubmissionColumn.allCases) {
      staged.append(UInt8(ascii: ","))
      switch column {
      case .period where !cell.isEmpty: CSVWriter.append(cell + Array("-01".utf8), to: &staged)
      case .stage where !cell.isEmpty: staged += (StageSyntax.code(of: cell) ?? "").utf8
      // COPY would take a line that is only \. for the end of the data.
      case .note where cell.elementsEqual("\\.".utf8): staged += "\"\\.\"".utf8
      default: CSVWriter.append(cell, to: &staged)
      }
    }
    staged.append(UInt8(ascii: "\n"))
  }

  /// What is wrong with a cell, by its own text.
  private static func fault(of cell: ArraySlice<UInt8>, _ column: SubmissionColumn, line: Int) -> Fault? {
    if cell.isEmpty { return .missing(column, line: line) }
    switch column {
    case .indicator, .unit, .note:
      return nil
    case .period:
      return CalendarSyntax.isPeriod(cell) ? nil : .period(text(cell), line: line)
    case .occurredOn:
      return CalendarSyntax.isDate(cell) ? nil : .date(text(cell), line: line)
    case .stage:
      return StageSyntax.code(of: cell) != nil ? nil : .stage(text(cell), line: line)
    case .value, .denominator, .baseValue, .baseDenominator:
      return FigureSyntax.isFigure(cell) ? nil : .figure(text(cell), column: column, line: line)
    case .progress:
      guard FigureSyntax.isFigure(cell) else { return .figure(text(cell), column: column, line: line) }
      return FigureSyntax.isPercentage(cell) ? nil : .progress(text(cell), line: line)
    }
  }

  private static func text(_ cell: ArraySlice<UInt8>) -> String { String(decoding: cell, as: UTF8.self) }
}
