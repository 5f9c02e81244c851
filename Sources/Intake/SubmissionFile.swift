import Crypto
import Foundation

/// A file of submissions as it was sent: its name and its bytes.
public struct SubmissionFile: Sendable {
  /// Largest file accepted, in bytes: 64 MiB, about a million lines. A file is held in memory once.
  public static let sizeLimit = 64 << 20

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

  /// Reads a file.
  ///
  /// - Parameter path: where it is.
  /// - Throws: ``IntakeError`` of kind `unreadableFile`, or `badData` where it is larger than ``sizeLimit``.
  public init(path: String) throws(IntakeError) {
    let name = URL(fileURLWithPath: path).lastPathComponent
    var bytes: [UInt8] = []
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      while bytes.count <= Self.sizeLimit, let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        bytes.append(contentsOf: piece)
      }
    } catch {
      throw IntakeError(.unreadableFile, "\(path) cannot be read", hint: "give a file that exists and may be read")
    }
    guard bytes.count <= Self.sizeLimit else { throw Self.tooLarge(name) }
    self.name = name
    self.bytes = bytes
  }

  /// SHA-256 of the bytes, by which the same file is recognised: 64 hexadecimal digits.
  public var sha256: String { Hexadecimal.text(SHA256.hash(data: bytes)) }

  private static func tooLarge(_ name: String) -> IntakeError {
    IntakeError(
      .badData, "\(name) is larger than \(sizeLimit >> 20) MiB", hint: "split it into smaller files")
  }
}
