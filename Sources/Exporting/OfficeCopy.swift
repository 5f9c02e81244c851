import Postgres

/// A query whose answer is written as one file of `office/`.
struct OfficeCopy {
  /// Path of the file, for messages.
  let path: String

  /// The headers, in the order of the query's columns.
  let columns: [String]

  /// The query; its columns are named by their headers.
  let query: String

  /// Writes header and rows, in constant memory.
  ///
  /// - Throws: `ExportError` that names file, row and column when the encoding lacks a character.
  func write(in encoding: OfficeEncoding, to file: inout HashedFile, on connection: isolated Connection) throws {
    try file.write(encoding.mark)
    var lines = 0
    try connection.execute("savepoint office_copy")
    do {
      _ = try connection.copyOut(
        "copy (\(query)) to stdout (format csv, header, encoding '\(encoding.serverName)')"
      ) { line in
        // The server ends each line with one byte, 0x0A, which in these encodings is part of no other character.
        try line.withSpan { span in
          try unsafe span.withUnsafeBytes { bytes in
            try unsafe file.write(UnsafeRawBufferPointer(rebasing: bytes.dropLast()))
          }
        }
        try file.write([0x0D, 0x0A])
        lines += 1
      }
    } catch let error as PostgresError where error.sqlState == .untranslatableCharacter {
      try connection.execute("rollback to savepoint office_copy")
      throw try refusal(ofLine: lines + 1, by: encoding, on: connection) ?? error
    }
    try connection.execute("release savepoint office_copy")
  }

  /// The error for the first cell of a line that an encoding cannot hold; line 1 is the header.
  private func refusal(
    ofLine line: Int, by encoding: OfficeEncoding, on connection: isolated Connection
  ) throws -> ExportError? {
    let cells: [String?] =
      line == 1 ? columns : try connection.queryFirst("\(query) offset \(line - 2) limit 1")?.values ?? []
    for (column, cell) in zip(columns, cells) {
      guard let cell, try !holds(cell, encoding, on: connection) else { continue }
      let scalar = try cell.unicodeScalars.first { try !holds(String($0), encoding, on: connection) }
      let found = scalar.map { "'\($0)' (U+\(String($0.value, radix: 16, uppercase: true)))" } ?? "A character"
      return ExportError(
        .notRepresentable,
        "\(path), row \(line), column \(column): \(found) cannot be written in \(encoding.name). Export in utf-8.")
    }
    return nil
  }

  private func holds(_ text: String, _ encoding: OfficeEncoding, on connection: isolated Connection) throws -> Bool {
    do {
      try connection.execute("savepoint office_cell")
      try connection.execute("select convert_to($1, $2)", [text, encoding.serverName])
      try connection.execute("release savepoint office_cell")
      return true
    } catch let error where error.sqlState == .untranslatableCharacter {
      try connection.execute("rollback to savepoint office_cell")
      return false
    }
  }
}
