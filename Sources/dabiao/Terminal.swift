import Foundation

/// Whether somebody watches: progress is shown on a terminal and nowhere else.
enum Terminal {
  static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }
}
