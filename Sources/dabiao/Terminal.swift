import Foundation
import Wording

/// Whether somebody watches: progress is shown on a terminal and nowhere else.
enum Terminal {
  static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// What a program reads as it is; what a terminal shows without anything that steers it.
  static func output(_ text: String) -> String { isOutput ? PlainText.lines(text) : text }
}

/// Prints lines with nothing in them that steers a terminal, wherever they come from: names of plans, reasons, files.
func print(_ text: String) { Swift.print(PlainText.lines(text)) }
