import Postgres

/// A file's bytes in a temporary table, from which the server puts them on record: sent in pieces, never in memory whole.
enum ReceivedBytes {
  /// Sends the bytes; the table lasts as long as the transaction.
  ///
  /// - Throws: ``IntakeError`` when the file cannot be read again, or `PostgresError`.
  static func send(_ file: SubmissionFile, on connection: isolated Connection) throws {
    try connection.script(
      """
      create temporary table received (
          ordinal integer not null,
          piece bytea not null
      ) on commit drop
      """)
    try connection.copyIn("copy pg_temp.received from stdin (format csv)") { copy in
      var ordinal = 0
      try file.forEachPieceAsSent { piece in
        var row = Array("\(ordinal),\\x".utf8)
        row.reserveCapacity(2 * piece.count + 16)
        Hexadecimal.append(piece, to: &row)
        row.append(UInt8(ascii: "\n"))
        try copy.write(row)
        ordinal += 1
      }
    }
  }
}
