import Crypto
import Encoding
import Foundation

/// A file of submissions as it was sent.
public struct SubmissionFile: Sendable {
  /// Largest file accepted, in bytes: 16 MiB.
  public static let sizeLimit = 16 << 20
  /// The most lines of a table that are read.
  public static let lineLimit = 100_000

  /// Name of the file without its folder.
  public let name: String
  /// The bytes as sent.
  public let bytes: [UInt8]

  /// A file already in memory.
  ///
  /// - Throws: ``IntakeError`` of kind `badData` where it is larger than ``sizeLimit``.
  public init(name: String, bytes: [UInt8]) throws(IntakeError) {
    guard bytes.count <= Self.sizeLimit else { throw Self.tooLarge(name) }
    self.name = name
    self.bytes = bytes
  }

  /// A file on disk.
  ///
  /// - Parameter path: where it is, in the bytes that the file system has; `-` is the standard input.
  /// - Throws: ``IntakeError`` of kind `unreadableFile`, or `badData` where it is larger than ``sizeLimit``.
  public init(path: [UInt8]) throws(IntakeError) {
    let shown = Self.text(of: path)
    let isInput = path == Array("-".utf8)
    let name = isInput ? "-" : Self.text(of: Array(path.split(separator: UInt8(ascii: "/")).last ?? []))
    let handle = isInput ? FileHandle.standardInput : try Self.open(path, shown: shown)
    defer { if !isInput { try? handle.close() } }
    try self.init(name: name, bytes: try Self.read(handle, shown: shown))
  }

  /// SHA-256 of the bytes, by which the same file is recognised: 64 hexadecimal digits.
  public var sha256: String { Hexadecimal.text(SHA256.hash(data: bytes)) }

  /// A path or a name as a text: UTF-8, GB18030 as old programs write it, or with what is neither replaced.
  static func text(of path: [UInt8]) -> String {
    if let text = String(validating: path, as: UTF8.self) { return text }
    guard let (text, bad) = try? GB18030Text.decoded(path), bad.isEmpty else {
      return String(decoding: path, as: UTF8.self)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func open(_ path: [UInt8], shown: String) throws(IntakeError) -> FileHandle {
    let zeroTerminated = path.map { CChar(bitPattern: $0) } + [0]
    let descriptor = unsafe zeroTerminated.withUnsafeBufferPointer { path in
      guard let address = path.baseAddress else { return Int32(-1) }
      return unsafe Glibc.open(address, O_RDONLY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw unreadable(shown) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
  }

  private static func read(_ handle: FileHandle, shown: String) throws(IntakeError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece: Data?
      do {
        piece = try handle.read(upToCount: 1 << 20)
      } catch {
        throw unreadable(shown)
      }
      guard let piece, !piece.isEmpty else { return bytes }
      bytes += piece
      guard bytes.count <= sizeLimit else { throw tooLarge(shown) }
    }
  }

  private static func unreadable(_ path: String) -> IntakeError {
    IntakeError(.unreadableFile, "\(path) cannot be read", hint: "give a file that exists and may be read")
  }

  private static func tooLarge(_ name: String) -> IntakeError {
    IntakeError(
      .badData, "\(name) is larger than \(sizeLimit >> 20) MiB", hint: "split it into smaller files")
  }
}
