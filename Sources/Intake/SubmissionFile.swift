import Crypto
import Foundation

/// A file of submissions as it was sent.
///
/// It is read a piece at a time, once to know it and once to submit it; no file is ever in memory whole.
public struct SubmissionFile: Sendable {
  /// Largest file accepted, in bytes: 128 MiB, two to three million lines.
  public static let sizeLimit = 128 << 20

  /// Name of the file without its folder.
  public let name: String
  /// SHA-256 of the bytes, by which the same file is recognised: 64 hexadecimal digits.
  public let sha256: String

  /// The bytes as sent.
  let original: ByteSource
  /// What the file is, or why that is in doubt.
  let form: Result<Form, EncodingDoubt>

  /// What a file is.
  enum Form {
    /// CSV in an encoding.
    case csv(TextEncoding)
    /// A workbook, whose sheet comes to CSV in UTF-8.
    case workbook(Workbook)
    /// A workbook of the old kind, which is not read.
    case oldWorkbook
  }

  /// A file already in memory.
  ///
  /// - Throws: ``IntakeError`` of kind `badData` where it is larger than ``sizeLimit``.
  public init(name: String, bytes: [UInt8]) throws {
    try self.init(name: name, source: .memory(bytes))
  }

  /// Looks a file through: its hash and its encoding.
  ///
  /// - Parameter path: where it is; a pipe is read into memory.
  /// - Throws: ``IntakeError`` of kind `unreadableFile`, `badData` where it is larger than ``sizeLimit``, or `configuration`
  ///   where it is a workbook and no reader is installed.
  public init(path: String) throws {
    let name = URL(fileURLWithPath: path).lastPathComponent
    let type =
      try? FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)[.type] as? FileAttributeType
    if type == .typeRegular {
      try self.init(name: name, source: .file(path: path))
    } else {
      var bytes: [UInt8] = []
      try ByteSource.file(path: path).forEachPiece { piece in
        bytes += piece
        guard bytes.count <= Self.sizeLimit else { throw Self.tooLarge(name) }
      }
      try self.init(name: name, source: .memory(bytes))
    }
  }

  private init(name: String, source: ByteSource) throws {
    var hash = SHA256()
    var detector = EncodingDetector()
    var count = 0
    try source.forEachPiece { piece in
      count += piece.count
      guard count <= Self.sizeLimit else { throw Self.tooLarge(name) }
      hash.update(data: piece)
      detector.feed(piece)
    }
    self.name = name
    sha256 = Hexadecimal.text(hash.finalize())
    original = source
    if detector.begins(with: Workbook.archiveMark) {
      form = .success(.workbook(try Workbook(source)))
    } else if detector.begins(with: Workbook.compoundMark) {
      form = .success(.oldWorkbook)
    } else {
      form = Result { () throws(EncodingDoubt) in .csv(try detector.detect()) }
    }
  }

  /// Passes the bytes as sent by again, in pieces.
  ///
  /// - Throws: ``IntakeError`` where the file has changed or is gone, or what the body threw.
  func forEachPieceAsSent(_ body: ([UInt8]) throws -> Void) throws {
    var hash = SHA256()
    try original.forEachPiece { piece in
      hash.update(data: piece)
      try body(piece)
    }
    guard Hexadecimal.text(hash.finalize()) == sha256 else {
      throw IntakeError(.badData, "\(name) was changed while it was read", hint: "submit it again when it is finished")
    }
  }

  private static func tooLarge(_ name: String) -> IntakeError {
    IntakeError(
      .badData, "\(name) is larger than \(sizeLimit >> 20) MiB", hint: "split it into smaller files")
  }
}
