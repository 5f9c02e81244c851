import CSV
import Postgres

/// The lines of one file in a temporary table, which lasts as long as the transaction.
struct StagedRows {
  /// Data lines, blank ones left out.
  private(set) var lineCount = 0

  private var reader = CSVReader()
  private var header: Header?
  private var isHeaderBad = false
  private var staged: [UInt8] = []

  /// Reads a file into the staging table, a piece at a time.
  ///
  /// Lines whose cells are all empty are passed over: spreadsheets leave them at the end.
  ///
  /// - Parameters:
  ///   - encoding: the encoding of its text.
  ///   - faults: where the faults go that the file's own text shows.
  ///   - connection: a connection in a transaction.
  ///   - forEachPiece: passes the file by in pieces.
  /// - Throws: ``IntakeError`` when the file cannot be read again, or `PostgresError`.
  init(
    encoding: TextEncoding, faults: inout FaultLog, on connection: isolated Connection,
    reading forEachPiece: (([UInt8]) throws -> Void) throws -> Void
  ) throws {
    try connection.script(Self.table)
    var decoder = TextDecoder(encoding)
    try forEachPiece { piece in
      guard !isHeaderBad, !decoder.isOverlong else { return }
      try read(try decoder.text(of: piece, on: connection), decoder.takeFaults(), &faults, on: connection)
      if decoder.isOverlong {
        faults.add(
          .csv(
            CSVFault(kind: .recordTooLong(limit: CSVReader.defaultRecordLimit), line: reader.line, column: 1, field: 1),
            column: nil))
      }
    }
    if !decoder.isOverlong, !isHeaderBad {
      let rest = try decoder.finish(on: connection)
      reader.feed(rest)
      reader.finish()
      try read([], decoder.takeFaults(), &faults, on: connection)
      if header == nil, !isHeaderBad { faults.add(.noHeader()) }
    }
    if header != nil, lineCount == 0 { faults.add(.noData(line: 1)) }
    try connection.execute("analyze pg_temp.staged")
  }

  /// Reads a piece of text, and sends the lines that it completes.
  private mutating func read(
    _ text: [UInt8], _ found: [Fault], _ faults: inout FaultLog, on connection: isolated Connection
  ) throws {
    faults.add(found)
    // Without its first line a file's header is unknown.
    if found.contains(where: { $0.line == 1 }) { isHeaderBad = true }
    if !text.isEmpty { reader.feed(text) }
    guard !isHeaderBad, readHeader(&faults) else { return }
    stageRows(&faults)
    if !staged.isEmpty {
      let rows = staged
      try connection.copyIn("copy pg_temp.staged from stdin (format csv)") { copy in try copy.write(rows) }
      staged.removeAll(keepingCapacity: true)
    }
    try faults.spillIfFull(on: connection)
  }

  /// Reads the first line, once it is complete; records what is wrong with it.
  ///
  /// - Returns: whether the lines after it can be read.
  private mutating func readHeader(_ faults: inout FaultLog) -> Bool {
    guard header == nil else { return true }
    switch reader.next() {
    case nil:
      return false
    case .fault(let fault):
      faults.add(.csv(fault, column: nil))
    case .record(let record):
      switch Header.read(record) {
      case .success(let read):
        header = read
        return true
      case .failure(let found):
        faults.add(found.list)
      }
    }
    isHeaderBad = true
    return false
  }

  private mutating func stageRows(_ faults: inout FaultLog) {
    guard let header else { return }
    let check = RowCheck(header: header)
    while let row = reader.next() {
      switch row {
      case .fault(let fault):
        lineCount += 1
        faults.add(.csv(fault, column: fault.field <= header.columns.count ? header.columns[fault.field - 1] : nil))
      case .record(let record):
        if (0..<record.count).allSatisfy({ record[$0].trimmed.isEmpty }) { continue }
        lineCount += 1
        check.stage(record, onto: &staged, faults: &faults)
      }
    }
  }

  private static let table = """
    create temporary table staged (
        line integer not null,
        flawed integer not null,
        indicator text,
        unit text,
        period date,
        value numeric(20, 6),
        denominator numeric(20, 6),
        base_value numeric(20, 6),
        base_denominator numeric(20, 6),
        stage text,
        progress numeric(20, 6),
        occurred_on date,
        note text
    ) on commit drop
    """
}
