import Postgres

/// A file's pieces turned into UTF-8; PostgreSQL converts what is in GB18030.
struct TextDecoder {
  /// Longest line that is held until its end is seen.
  private static let lineLimit = 1 << 21

  private let encoding: TextEncoding
  private var line = 1
  private var carried: [UInt8] = []
  /// Lines that are no text in the encoding; an empty line stands in for each.
  private(set) var faults: [Fault] = []
  /// Whether a line is too long to be held.
  private(set) var isOverlong = false

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
  }

  /// Takes a piece and gives what of it can be told.
  mutating func text(of piece: [UInt8], on connection: isolated Connection) throws -> [UInt8] {
    if encoding == .utf8 { return piece }
    // Whole lines, so that no character is cut in two.
    guard let end = piece.lastIndex(of: 0x0A) else {
      carried += piece
      isOverlong = isOverlong || carried.count > Self.lineLimit
      return []
    }
    let lines = carried + piece[...end]
    carried = Array(piece[(end + 1)...])
    return try converted(lines[...], on: connection)
  }

  /// Gives what is left at the end of the file.
  mutating func finish(on connection: isolated Connection) throws -> [UInt8] {
    let rest = carried
    carried = []
    return rest.isEmpty ? [] : try converted(rest[...], on: connection)
  }

  /// Takes the faults found since the last call.
  mutating func takeFaults() -> [Fault] {
    defer { faults = [] }
    return faults
  }

  /// Converts whole lines; where some have no equivalent in Unicode, halves them until each such line stands alone.
  private mutating func converted(_ lines: ArraySlice<UInt8>, on connection: isolated Connection) throws -> [UInt8] {
    do {
      // An error would end the transaction, and other lines are still to be read.
      let text = try connection.savepoint { [hex = Hexadecimal.text(lines)] connection in
        try connection.queryOne("select convert_from(decode($1, 'hex'), 'GB18030') as text", [hex]).required("text")
      }
      line += lines.count { $0 == 0x0A }
      return Array(text.utf8)
    } catch let error as PostgresError where error.sqlState == "22P05" || error.sqlState == "22021" {
      let middle = lines.startIndex + lines.count / 2
      let cut =
        lines[middle...].firstIndex(of: 0x0A).map { $0 + 1 }.flatMap { $0 < lines.endIndex ? $0 : nil }
        ?? lines[..<middle].lastIndex(of: 0x0A).map { $0 + 1 }
      if let cut {
        let beginning = try converted(lines[..<cut], on: connection)
        return beginning + (try converted(lines[cut...], on: connection))
      }
      let spelled = error.message.split(separator: " ").filter { $0.hasPrefix("0x") }
      let bytes = spelled.compactMap { UInt8($0.dropFirst(2), radix: 16) }
      faults.append(.encoding(.init(line: line, bytes: bytes), EncodingDoubt(kind: .invalid(.gb18030), lines: [])))
      line += 1
      return [0x0A]
    }
  }
}
