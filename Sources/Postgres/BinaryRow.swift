/// One row of COPY's binary format, its fields read one after another, readable only while it is passed by.
///
/// Every `next…` reads the field after the last one read; nil is null. What a field holds is the caller's knowledge:
/// the format does not tell, so a field is checked for its length alone.
public struct BinaryRow: ~Copyable {
  private let bytes: UnsafeRawBufferPointer
  private var offset: Int

  /// The number of fields.
  public let fieldCount: Int

  init(_ bytes: UnsafeRawBufferPointer, at start: Int) throws(PostgresError) {
    self.bytes = bytes
    offset = start + 2
    guard offset <= bytes.count else { throw Self.cut }
    fieldCount = Int(Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: Int16.self)))
  }

  /// Passes a field by.
  public mutating func skip() throws(PostgresError) { _ = try field() }

  /// A `boolean`.
  public mutating func nextBool() throws(PostgresError) -> Bool? {
    try next(UInt8.self).map { $0 != 0 }
  }

  /// An `integer`, or a `date` in days since 2000-01-01.
  public mutating func nextInt32() throws(PostgresError) -> Int32? { try next(Int32.self) }

  /// A `bigint`, or a `timestamptz` in microseconds since 2000-01-01T00:00:00Z.
  public mutating func nextInt64() throws(PostgresError) -> Int64? { try next(Int64.self) }

  /// A `text`.
  public mutating func nextText() throws(PostgresError) -> String? {
    try field().map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// A `numeric` as a whole number of the units of which a power of ten make one.
  ///
  /// - Parameter places: how many decimals there are; digits behind them, which the column's type does not admit, are
  ///   an error.
  /// - Returns: the number; nil for null.
  /// - Throws: ``PostgresError`` for NaN, infinity, more decimals, and what 127 bits do not hold.
  public mutating func nextDecimal(places: Int) throws(PostgresError) -> Int128? {
    guard let field = try field() else { return nil }
    guard field.count >= 8 else { throw Self.cut }
    let header = (0..<4).map { Int(word(field.lowerBound + 2 * $0)) }
    let (count, weight, sign) = (header[0], header[1], UInt16(bitPattern: Int16(header[2])))
    guard sign == 0 || sign == 0x4000 else { throw Self.notFinite }
    guard field.count == 8 + 2 * count else { throw Self.cut }
    var value: Int128 = 0
    for index in 0..<count {
      let (shifted, overflows) = value.multipliedReportingOverflow(by: 10_000)
      guard !overflows else { throw Self.tooLong }
      value = shifted + Int128(word(field.lowerBound + 8 + 2 * index))
    }
    guard let scaled = Self.scaled(value, byPowerOfTen: 4 * (weight - count + 1) + places) else { throw Self.tooLong }
    return sign == 0 ? scaled : -scaled
  }

  /// A number times a power of ten; nil where digits would be lost.
  private static func scaled(_ value: Int128, byPowerOfTen exponent: Int) -> Int128? {
    guard value != 0 else { return 0 }
    guard abs(exponent) < powersOfTen.count else { return nil }
    guard exponent < 0 else {
      let (product, overflows) = value.multipliedReportingOverflow(by: powersOfTen[exponent])
      return overflows ? nil : product
    }
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: powersOfTen[-exponent])
    return remainder == 0 ? quotient : nil
  }

  private static let powersOfTen: [Int128] = (0...37).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private mutating func next<Word: FixedWidthInteger>(_: Word.Type) throws(PostgresError) -> Word? {
    guard let field = try field() else { return nil }
    guard field.count == Word.bitWidth / 8 else {
      throw PostgresError(
        .protocol, "a field of COPY's binary format has \(field.count) bytes where \(Word.bitWidth / 8) are expected")
    }
    return Word(bigEndian: bytes.loadUnaligned(fromByteOffset: field.lowerBound, as: Word.self))
  }

  /// Where the next field's bytes stand; nil for null.
  private mutating func field() throws(PostgresError) -> Range<Int>? {
    guard offset + 4 <= bytes.count else { throw Self.cut }
    let length = Int(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)))
    offset += 4
    guard length >= 0 else { return nil }
    guard offset + length <= bytes.count else { throw Self.cut }
    defer { offset += length }
    return offset..<offset + length
  }

  private func word(_ offset: Int) -> Int16 {
    Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int16.self))
  }

  private static var cut: PostgresError {
    PostgresError(.protocol, "a row of COPY's binary format ends before its fields do")
  }

  private static var notFinite: PostgresError {
    PostgresError(.unexpectedResult, "a numeric is NaN or infinite where a number is expected")
  }

  private static var tooLong: PostgresError {
    PostgresError(.unexpectedResult, "a numeric has more digits than are expected")
  }
}

extension Connection {
  /// Carries out a COPY … TO STDOUT (FORMAT binary) and passes its rows by, in constant memory.
  ///
  /// - Parameters:
  ///   - query: the query whose rows are copied; it can hold no parameters.
  ///   - body: called with each row, which is readable only during the call.
  /// - Returns: the number of rows copied.
  /// - Throws: ``PostgresError``, or what the body threw.
  @discardableResult
  public func copyRows(of query: String, _ body: (inout BinaryRow) throws -> Void) throws -> Int {
    // The first piece begins with the signature, the flags, and the length of what may follow them.
    var headerLength = 19
    return try copyOut("copy (\(query)) to stdout (format binary)") { piece in
      try piece.withBytes { bytes in
        let start = headerLength
        headerLength = 0
        guard start < bytes.count else { return }
        var row = try BinaryRow(bytes, at: start)
        // The trailer says that it has -1 fields.
        if row.fieldCount >= 0 { try body(&row) }
      }
    }
  }
}
