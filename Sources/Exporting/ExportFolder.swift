import Foundation

/// The folder into which an export is written, and what has been written into it so far.
struct ExportFolder: Sendable {
  /// A file of the export.
  struct File: Sendable {
    /// Path from the export's folder.
    let path: String
    let byteCount: Int
    /// In hexadecimal.
    let sha256: String
  }

  /// Path of the folder.
  let path: String
  private(set) var files: [File] = []
  private var directories: Set<String> = []

  /// Describes a folder, which must exist and be empty.
  init(at path: String) { self.path = path }

  /// Writes a file, with the folder that its path names, and flushes it to the disk.
  ///
  /// - Parameters:
  ///   - path: where, from the export's folder: `data/headline.csv`.
  ///   - body: writes the bytes.
  /// - Returns: the file with its hash.
  /// - Throws: `ExportError`, or what the body threw.
  @discardableResult
  mutating func write(_ path: String, _ body: (inout HashedFile) throws -> Void) throws -> File {
    if let slash = path.lastIndex(of: "/"), directories.insert(String(path[..<slash])).inserted {
      try FileSystem.makeDirectory("\(self.path)/\(path[..<slash])")
    }
    var file = try HashedFile(creating: "\(self.path)/\(path)")
    try body(&file)
    let byteCount = file.byteCount
    let written = File(path: path, byteCount: byteCount, sha256: try file.finish())
    files.append(written)
    return written
  }

  /// Takes in a file that a library writes by its path.
  ///
  /// - Parameters:
  ///   - path: where, in the export's folder itself.
  ///   - body: writes the file whose full path it is given.
  /// - Returns: the file with its hash.
  /// - Throws: `ExportError`, or what the body threw.
  @discardableResult
  mutating func takeIn(_ path: String, _ body: (String) throws -> Void) throws -> File {
    let fullPath = "\(self.path)/\(path)"
    try body(fullPath)
    let written = try HashedFile.hash(existing: fullPath)
    let file = File(path: path, byteCount: written.byteCount, sha256: written.sha256)
    files.append(file)
    return file
  }

  /// Writes a file that is one text, in UTF-8.
  @discardableResult
  mutating func write(_ path: String, text: String) throws -> File {
    try write(path) { file in try file.write(text) }
  }

  /// Writes `SHA256SUMS` over every file, as `sha256sum -c` reads it, and flushes the folders to the disk.
  mutating func finish() throws {
    let sums = files.sorted { $0.path < $1.path }.map { "\($0.sha256)  \($0.path)\n" }.joined()
    try write("SHA256SUMS", text: sums)
    for directory in directories { try FileSystem.flushDirectory("\(path)/\(directory)") }
    try FileSystem.flushDirectory(path)
  }
}
