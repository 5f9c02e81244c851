import Foundation

/// Tells other processes that a folder is still being worked on: held until the value goes or the process dies.
///
/// On a file system that knows no such locks a folder counts as nobody's; exports into it must not run side by side.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock; nil when another process holds it or the folder is gone.
  init?(of path: String) {
    let opened = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return nil }
    if flock(opened, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(opened)
      return nil
    }
    descriptor = opened
  }

  deinit { close(descriptor) }

  /// Whether the folder that was locked still stands at a path.
  func isStill(at path: String) -> Bool {
    var own = stat()
    var found = stat()
    guard unsafe fstat(descriptor, &own) == 0, unsafe stat(path, &found) == 0 else { return false }
    return own.st_ino == found.st_ino && own.st_dev == found.st_dev
  }
}
