/// One row of a streamed answer, readable only while it is passed by.
public struct RowView: ~Copyable {
  let result: QueryResult
  /// The number of columns.
  public let columnCount: Int

  init(_ result: consuming QueryResult) {
    columnCount = result.columnCount
    self.result = result
  }

  /// The names of the columns in their order.
  public var columnNames: [String] { result.columnNames }

  /// Whether the column at an index from 0 is null.
  public func isNull(_ index: Int) -> Bool { bytes(index) == nil }

  /// The value of the column at an index from 0, as text; nil for null.
  public func text(_ index: Int) -> String? {
    bytes(index).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Gives the bytes of the column at an index from 0 to the body, with no copy; nil for null, without a call.
  public func withBytes<R, Failure: Error>(
    _ index: Int, _ body: (borrowing ByteView) throws(Failure) -> R
  ) throws(Failure) -> R? {
    guard let bytes = bytes(index) else { return nil }
    return try body(ByteView(bytes))
  }

  /// Appends the bytes of the column at an index from 0 to a buffer.
  ///
  /// - Returns: false for null, with nothing appended.
  @discardableResult
  public func append(_ index: Int, to buffer: inout [UInt8]) -> Bool {
    guard let bytes = bytes(index) else { return false }
    buffer.append(contentsOf: bytes)
    return true
  }

  private func bytes(_ index: Int) -> UnsafeRawBufferPointer? {
    precondition(index >= 0 && index < columnCount, "column \(index) of a row of \(columnCount)")
    return result.bytes(row: 0, column: index)
  }
}
