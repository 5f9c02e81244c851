/// Bytes that the connection owns, readable only while they are passed by.
public struct ByteView: ~Copyable {
  private let buffer: UnsafeRawBufferPointer

  init(_ buffer: UnsafeRawBufferPointer) { self.buffer = buffer }

  /// The number of bytes.
  public var count: Int { buffer.count }

  /// The byte at an index from 0 to ``count`` - 1.
  public subscript(_ index: Int) -> UInt8 {
    precondition(index >= 0 && index < buffer.count, "byte \(index) of \(buffer.count)")
    return buffer[index]
  }

  /// The bytes read as UTF-8.
  public var text: String { String(decoding: buffer, as: UTF8.self) }

  /// Appends the bytes to a buffer.
  public func append(to other: inout [UInt8]) { other.append(contentsOf: buffer) }

  func withBytes<R, Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> R) throws(Failure) -> R {
    try body(buffer)
  }

  /// Gives the bytes to the body as a span, with no copy.
  public func withSpan<R, Failure: Error>(_ body: (RawSpan) throws(Failure) -> R) throws(Failure) -> R {
    try body(buffer.bytes)
  }
}
