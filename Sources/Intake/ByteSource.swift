import Foundation

/// Bytes that are read from their beginning as often as needed, a piece at a time.
enum ByteSource: Sendable {
  case memory([UInt8])
  case file(path: String)

  static let pieceSize = 1 << 18

  /// Passes the bytes by in pieces of at most ``pieceSize``.
  ///
  /// - Throws: ``IntakeError`` of kind `unreadableFile`, or what the body threw.
  func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    switch self {
    case .memory(let bytes):
      var start = 0
      while start < bytes.count {
        let end = min(start + Self.pieceSize, bytes.count)
        try body(Array(bytes[start..<end]))
        start = end
      }
    case .file(let path):
      let handle = try Self.open(path)
      defer { try? handle.close() }
      while let piece = try Self.read(handle, of: path) { try body(piece) }
    }
  }

  private static func open(_ path: String) throws(IntakeError) -> FileHandle {
    do {
      return try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    } catch {
      throw unreadable(path)
    }
  }

  private static func read(_ handle: FileHandle, of path: String) throws(IntakeError) -> [UInt8]? {
    do {
      guard let piece = try handle.read(upToCount: pieceSize), !piece.isEmpty else { return nil }
      return [UInt8](piece)
    } catch {
      throw unreadable(path)
    }
  }

  private static func unreadable(_ path: String) -> IntakeError {
    IntakeError(.unreadableFile, "\(path) cannot be read", hint: "give a file that exists and may be read")
  }
}
