/// The encodings in which submissions are accepted.
public enum TextEncoding: String, Sendable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"
  /// GB18030, and so GBK and GB 2312.
  case gb18030 = "GB18030"

  /// A line with bytes that are no text in an encoding.
  struct BadLine: Equatable {
    var line: Int
    var bytes: [UInt8]
  }

  /// What looking at a file's bytes tells of its encoding.
  enum Detection: Equatable {
    case encoding(TextEncoding)
    /// Neither; the lines at fault under the encoding that fits better.
    case neither(TextEncoding, [BadLine])
  }

  /// The encoding of a file: UTF-8 where its bytes are valid UTF-8, else GB18030 where they are well formed in it.
  ///
  /// A file that begins with the UTF-8 byte-order mark is held to UTF-8.
  static func detect(_ bytes: [UInt8]) -> Detection {
    let notUTF8 = badLines(bytes) { invalidUTF8($0) }
    if notUTF8.isEmpty { return .encoding(.utf8) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .neither(.utf8, notUTF8) }
    let notGB18030 = badLines(bytes) { invalidGB18030($0) }
    if notGB18030.isEmpty { return .encoding(.gb18030) }
    return notGB18030.count < notUTF8.count ? .neither(.gb18030, notGB18030) : .neither(.utf8, notUTF8)
  }

  /// The lines in which a check finds bytes at fault, the first such bytes of each.
  ///
  /// No encoding accepted here has a line feed among the bytes of another character, so lines can be checked singly.
  private static func badLines(_ bytes: [UInt8], _ invalid: (Span<UInt8>) -> Range<Int>?) -> [BadLine] {
    // The whole file first: most files are without fault.
    guard invalid(bytes.span) != nil else { return [] }
    var bad: [BadLine] = []
    var line = 1
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if let range = invalid(bytes.span.extracting(start..<end)) {
        bad.append(BadLine(line: line, bytes: Array(bytes[start + range.lowerBound..<start + range.upperBound])))
      }
      line += 1
      start = end + 1
    }
    return bad
  }

  /// The first bytes that are not valid UTF-8, or nil.
  private static func invalidUTF8(_ bytes: Span<UInt8>) -> Range<Int>? {
    do {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch {
      return error.byteOffsets
    }
  }

  /// The first bytes that are not well formed in GB18030, or nil.
  private static func invalidGB18030(_ bytes: Span<UInt8>) -> Range<Int>? {
    var position = 0
    while position < bytes.count {
      let lead = bytes[position]
      if lead < 0x80 {
        position += 1
        continue
      }
      guard (0x81...0xFE).contains(lead), position + 1 < bytes.count else { return position..<position + 1 }
      switch bytes[position + 1] {
      case 0x40...0x7E, 0x80...0xFE:
        position += 2
      case 0x30...0x39:
        guard position + 3 < bytes.count, (0x81...0xFE).contains(bytes[position + 2]),
          (0x30...0x39).contains(bytes[position + 3])
        else { return position..<min(position + 4, bytes.count) }
        position += 4
      default:
        return position..<position + 2
      }
    }
    return nil
  }
}
