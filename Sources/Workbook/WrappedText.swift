/// How much room a text takes that goes on in further lines of its cell: not every spreadsheet fits the rows' heights to
/// wrapped texts by itself.
public enum WrappedText {
  /// How many lines a text takes.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - width: the width of its column, in digits.
  /// - Returns: 1 or more.
  public static func lines(of text: String, inWidth width: Double) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { lines, line in
      // A character beyond ASCII is almost twice as wide as a digit, by which columns are measured.
      let width = line.unicodeScalars.reduce(0.0) { $0 + ($1.isASCII ? 1 : 1.9) } / (width - 0.5)
      return lines + max(1, Int(width.rounded(.up)))
    }
  }

  /// The height of a row in points that holds so many lines.
  public static func height(ofLines lines: Int) -> Double { 4 + 14 * Double(lines) }
}
