import Crypto
import Foundation

/// A file that is being written for the first time, its bytes counted and hashed on the way.
struct HashedFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var isOpen = true
  private var hash = SHA256()
  private(set) var byteCount = 0

  /// Creates the file, which must not exist.
  init(creating path: String) throws(ExportError) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannot("create", path) }
  }

  deinit { if isOpen { Foundation.close(descriptor) } }

  /// Writes all the bytes.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ExportError) {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      let written = unsafe Foundation.write(descriptor, rest.baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        throw .cannot("write", path)
      }
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
    unsafe hash.update(bufferPointer: bytes)
    byteCount += bytes.count
  }

  /// Writes a text as UTF-8.
  mutating func write(_ text: String) throws(ExportError) { try write(Array(text.utf8)) }

  /// Writes all the bytes.
  mutating func write(_ bytes: [UInt8]) throws(ExportError) {
    do {
      try unsafe bytes.withUnsafeBytes { buffer in try unsafe write(buffer) }
    } catch let error as ExportError {
      throw error
    } catch {
      throw .cannot("write", path)
    }
  }

  /// Flushes the file to the disk and closes it.
  ///
  /// - Returns: its SHA-256 in hexadecimal.
  mutating func finish() throws(ExportError) -> String {
    guard fsync(descriptor) == 0 else { throw .cannot("flush", path) }
    isOpen = false
    guard Foundation.close(descriptor) == 0 else { throw .cannot("close", path) }
    return Self.hexadecimal(hash.finalize())
  }

  /// Hashes a file that something else has written, and flushes it to the disk.
  static func hash(existing path: String) throws(ExportError) -> (byteCount: Int, sha256: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannot("open", path) }
    defer { Foundation.close(descriptor) }
    var hash = SHA256()
    var byteCount = 0
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe read(descriptor, bytes.baseAddress, bytes.count)
      }
      guard count >= 0 else { throw .cannot("read", path) }
      if count == 0 { break }
      hash.update(data: buffer[..<count])
      byteCount += count
    }
    guard fsync(descriptor) == 0 else { throw .cannot("flush", path) }
    return (byteCount, hexadecimal(hash.finalize()))
  }

  private static func hexadecimal(_ digest: SHA256.Digest) -> String {
    digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
