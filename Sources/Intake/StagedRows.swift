import CSV
import Postgres

/// The lines of one file in a temporary table, which lasts as long as the transaction.
struct StagedRows {
  /// Data lines, blank ones left out.
  private(set) var lineCount = 0
  /// Faults that the file's own text shows.
  private(set) var faults = FaultLog()

  /// Reads a file in UTF-8 into the staging table.
  ///
  /// Lines whose cells are all empty are passed over: spreadsheets leave them at the end.
  ///
  /// - Throws: `PostgresError`.
  init(_ bytes: [UInt8], on connection: isolated Connection) throws {
    try connection.execute(
      """
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
      """)
    var reader = CSVReader()
    guard let header = readHeader(bytes, &reader) else { return }
    let check = RowCheck(header: header)
    let rest = bytes.dropFirst(Self.chunkSize)
    var lineCount = 0
    var faults = FaultLog()
    try connection.copyIn("copy pg_temp.staged from stdin (format csv)") { copy in
      var staged: [UInt8] = []
      func stageRows() {
        while let row = reader.next() {
          switch row {
          case .fault(let fault):
            lineCount += 1
            let columns = header.columns
            faults.add(.csv(fault, column: fault.field <= columns.count ? columns[fault.field - 1] : nil))
          case .record(let record):
            if (0..<record.count).allSatisfy({ record[$0].trimmed.isEmpty }) { continue }
            lineCount += 1
            check.stage(record, onto: &staged, faults: &faults)
          }
        }
      }
      stageRows()
      var start = rest.startIndex
      while start < rest.endIndex {
        let end = min(start + Self.chunkSize, rest.endIndex)
        reader.feed(rest[start..<end])
        start = end
        stageRows()
        try copy.write(staged)
        staged.removeAll(keepingCapacity: true)
      }
      reader.finish()
      stageRows()
      try copy.write(staged)
    }
    if lineCount == 0 { faults.add(.noData(line: 1)) }
    self.lineCount = lineCount
    self.faults = faults
    try connection.execute("analyze pg_temp.staged")
  }

  private static let chunkSize = 1 << 16
}

extension StagedRows {
  /// Reads the first line; records what is wrong with it.
  ///
  /// - Returns: the header, or nil where no line can be read without one.
  private mutating func readHeader(_ bytes: [UInt8], _ reader: inout CSVReader) -> Header? {
    reader.feed(bytes.prefix(Self.chunkSize))
    if bytes.count <= Self.chunkSize { reader.finish() }
    switch reader.next() {
    case nil:
      faults.add(.noHeader())
    case .fault(let fault):
      faults.add(.csv(fault, column: nil))
    case .record(let record):
      switch Header.read(record) {
      case .success(let header): return header
      case .failure(let found): faults.add(found.list)
      }
    }
    return nil
  }
}
