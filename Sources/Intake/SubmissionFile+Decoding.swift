import Postgres

extension SubmissionFile {
  /// The file as UTF-8; PostgreSQL converts what is in GB18030.
  ///
  /// - Returns: the encoding found, with the bytes in UTF-8, or with a fault for each line that is no text.
  /// - Throws: `PostgresError`.
  func decoded(
    on connection: isolated Connection
  ) throws -> (encoding: TextEncoding?, bytes: [UInt8], faults: [Fault]) {
    switch TextEncoding.detect(bytes) {
    case .neither(let encoding, let lines):
      return (nil, [], lines.map { .encoding($0, under: encoding) })
    case .encoding(.utf8):
      return (.utf8, bytes, [])
    case .encoding(.gb18030):
      var conversion = Conversion()
      var start = 0
      while start < bytes.count {
        // Whole lines, so that no character is cut in two.
        let aim = min(start + Conversion.pieceSize, bytes.count)
        let end = bytes[(aim - 1)...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        try conversion.convert(bytes[start..<end], on: connection)
        start = end
      }
      return (.gb18030, conversion.converted, conversion.faults)
    }
  }
}

/// A conversion from GB18030 to UTF-8, piece by piece.
private struct Conversion {
  static let pieceSize = 1 << 18

  var converted: [UInt8] = []
  var faults: [Fault] = []
  private var line = 1

  /// Converts whole lines; where some have no equivalent in Unicode, halves them until each such line stands alone.
  mutating func convert(_ lines: ArraySlice<UInt8>, on connection: isolated Connection) throws {
    do {
      let row = try connection.queryOne(
        "select convert_from(decode($1, 'hex'), 'GB18030') as text", [Hexadecimal.text(lines)])
      converted += try row.required("text").utf8
      line += lines.count { $0 == 0x0A }
    } catch {
      guard error.sqlState == "22P05" || error.sqlState == "22021" else { throw error }
      let middle = lines.startIndex + lines.count / 2
      let cut =
        lines[middle...].firstIndex(of: 0x0A).map { $0 + 1 }.flatMap { $0 < lines.endIndex ? $0 : nil }
        ?? lines[..<middle].lastIndex(of: 0x0A).map { $0 + 1 }
      if let cut {
        try convert(lines[..<cut], on: connection)
        try convert(lines[cut...], on: connection)
      } else {
        let spelled = error.message.split(separator: " ").filter { $0.hasPrefix("0x") }
        let bytes = spelled.compactMap { UInt8($0.dropFirst(2), radix: 16) }
        faults.append(.encoding(.init(line: line, bytes: bytes), under: .gb18030))
        line += 1
      }
    }
  }
}
