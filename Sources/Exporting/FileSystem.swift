import CFileExchange
import Foundation

/// System calls on paths, each with an error that names the path and the reason.
enum FileSystem {
  static func makeDirectory(_ path: String) throws(ExportError) {
    guard unsafe mkdir(path, 0o755) == 0 else { throw .cannot("create", path) }
  }

  /// Makes a folder and those above it, where they are missing.
  static func makeDirectories(_ path: String) throws(ExportError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      let code = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code
      throw .cannot("create", path, errno: code.map { Int32($0) } ?? EACCES)
    }
  }

  static func move(_ from: String, _ to: String) throws(ExportError) {
    guard unsafe rename(from, to) == 0 else { throw .cannot("rename \(from) to", to) }
  }

  /// What came of an exchange of two folders.
  enum Exchange {
    /// Each stands where the other stood.
    case done
    /// One of them is not there.
    case missing
    /// The file system cannot exchange in one step.
    case unsupported
  }

  /// Exchanges two folders in one step, so that neither path is ever without one.
  static func exchange(_ a: String, _ b: String) throws(ExportError) -> Exchange {
    guard unsafe exchange_paths(a, b) != 0 else { return .done }
    switch errno {
    case ENOENT: return .missing
    case EINVAL, ENOSYS, ENOTSUP: return .unsupported
    default: throw .cannot("exchange \(a) for", b)
    }
  }

  /// Makes a symbolic link at a path, which must be free.
  static func link(_ path: String, to target: String) throws(ExportError) {
    guard unsafe symlink(target, path) == 0 else { throw .cannot("create", path) }
  }

  /// Waits until a folder's entries are on the disk.
  static func flushDirectory(_ path: String) throws(ExportError) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannot("open", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .cannot("flush", path) }
  }
}
