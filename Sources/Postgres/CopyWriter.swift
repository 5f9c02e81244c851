import CLibPQ

/// Sends the data of a COPY FROM STDIN, gathered into pieces of about 64 KiB.
public struct CopyWriter: ~Copyable {
  private static let pieceSize = 65_536

  private let connection: OpaquePointer
  private let sql: String
  private var buffer: [UInt8] = []
  /// The first failure to send, kept in case the body swallows it.
  private(set) var failure: PostgresError?

  init(_ connection: OpaquePointer, sql: String) {
    self.connection = connection
    self.sql = sql
    buffer.reserveCapacity(Self.pieceSize + 4_096)
  }

  /// Writes bytes as they are, in the format that the COPY statement names.
  public mutating func write(_ bytes: [UInt8]) throws(PostgresError) {
    buffer.append(contentsOf: bytes)
    try flushIfFull()
  }

  /// Writes a text as UTF-8, as it is, in the format that the COPY statement names.
  public mutating func write(_ text: String) throws(PostgresError) {
    buffer.append(contentsOf: text.utf8)
    try flushIfFull()
  }

  /// Writes one row in the text format, which is COPY's default; nil is null.
  ///
  /// - Throws: ``PostgresError`` for a field with a NUL, with nothing of the row written, and when the connection is lost.
  public mutating func row(_ fields: [String?]) throws(PostgresError) {
    let start = buffer.count
    for (index, field) in fields.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: "\t")) }
      guard let field else {
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(UInt8(ascii: "N"))
        continue
      }
      for byte in field.utf8 {
        switch byte {
        case UInt8(ascii: "\\"): append(escaped: UInt8(ascii: "\\"))
        case UInt8(ascii: "\t"): append(escaped: UInt8(ascii: "t"))
        case UInt8(ascii: "\n"): append(escaped: UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): append(escaped: UInt8(ascii: "r"))
        case 0:
          buffer.removeSubrange(start...)
          throw PostgresError(
            .invalidParameter, "field \(index + 1) of a row to be copied holds a NUL",
            hint: "PostgreSQL text cannot hold a NUL; remove it.", sql: sql)
        default: buffer.append(byte)
        }
      }
    }
    buffer.append(UInt8(ascii: "\n"))
    try flushIfFull()
  }

  /// Sends what is gathered.
  mutating func flush() throws(PostgresError) {
    if let failure { throw failure }
    guard !buffer.isEmpty else { return }
    let sent = buffer.withUnsafeBytes { bytes -> Bool in
      // In pieces, because libpq counts in 32 bits.
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 24))
        let start = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard PQputCopyData(connection, start, Int32(piece.count)) == 1 else { return false }
        rest = rest.dropFirst(piece.count)
      }
      return true
    }
    buffer.removeAll(keepingCapacity: true)
    guard !sent else { return }
    let lost = PostgresError(.connectionLost, Session.message(of: connection), sql: sql)
    failure = lost
    throw lost
  }

  private mutating func flushIfFull() throws(PostgresError) {
    if buffer.count >= Self.pieceSize { try flush() }
  }

  private mutating func append(escaped byte: UInt8) {
    buffer.append(UInt8(ascii: "\\"))
    buffer.append(byte)
  }
}
