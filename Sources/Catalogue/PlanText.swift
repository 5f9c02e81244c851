import Encoding

/// The text of a plan's file.
enum PlanText {
  /// A file's bytes in UTF-8, whichever of UTF-8 and GB18030 it was written in, and the lines that are neither.
  static func utf8(_ bytes: [UInt8]) -> (text: [UInt8], badLines: [Int]) {
    if String(validating: bytes, as: UTF8.self) != nil { return (bytes, []) }
    var detector = EncodingDetector()
    detector.feed(bytes)
    do throws(EncodingDoubt) {
      guard case .gb18030 = try detector.detect(), let (text, bad) = try? GB18030Text.decoded(bytes) else {
        return ([], [1])
      }
      return (text, bad.map(\.line))
    } catch {
      return (bytes, error.lines.map(\.line))
    }
  }

  /// Without the white space around it that people do not see.
  static func trimmed(_ text: String) -> String {
    guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
    var text = Substring(text)
    while text.first == " " || text.first == "\u{3000}" || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\u{3000}" || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}
