import Foundation

/// A folder of this process's own, removed with everything in it when nobody refers to it any more.
final class TemporaryFolder: Sendable {
  let path: String

  /// Makes the folder, readable by this user only.
  ///
  /// - Throws: ``IntakeError`` of kind `cannotWrite`.
  init() throws(IntakeError) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dabiao-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw IntakeError(
        .cannotWrite, "no folder can be made in \(FileManager.default.temporaryDirectory.path)",
        hint: "name one that can be written with TMPDIR")
    }
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
