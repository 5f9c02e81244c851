/// Bound values laid out as libpq wants them: an array of pointers to texts that end in NUL.
struct Parameters {
  private var texts: [CChar] = []
  private var offsets: [Int?] = []

  /// The values in the order of the placeholders.
  ///
  /// - Throws: ``PostgresError`` for a text that holds a NUL, which would cut it silently.
  init(_ values: [String?], sql: String) throws(PostgresError) {
    offsets.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      guard let value else {
        offsets.append(nil)
        continue
      }
      guard !value.utf8.contains(0) else {
        throw PostgresError(
          .invalidParameter, "the text for parameter $\(index + 1) holds a NUL",
          hint: "PostgreSQL text cannot hold a NUL; remove it.", sql: sql)
      }
      offsets.append(texts.count)
      texts.append(contentsOf: value.utf8.lazy.map { CChar(bitPattern: $0) })
      texts.append(0)
    }
  }

  /// Gives the number of values and the pointers to them, valid during the call.
  func withPointers<R>(_ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?) -> R) -> R {
    texts.withUnsafeBufferPointer { texts in
      let pointers = offsets.map { offset in
        offset.flatMap { offset in texts.baseAddress.map { $0 + offset } }
      }
      return pointers.withUnsafeBufferPointer { body(Int32($0.count), $0.baseAddress) }
    }
  }
}
