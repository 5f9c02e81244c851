import Glibc

/// Text in GB18030 turned into UTF-8 by the C library.
package enum GB18030Text {
  /// A line that is no text.
  package struct BadLine: Sendable {
    package var line: Int
    package var bytes: [UInt8]
  }

  /// The C library lacks the encoding.
  package struct Unavailable: Error, CustomStringConvertible {
    /// What to do about it.
    package static let hint = "install libc6's gconv modules, or send the file in UTF-8"

    package var description: String { "the C library of this machine cannot read GB18030" }
  }

  /// Turns a file into UTF-8; an empty line stands in for each that is no text.
  ///
  /// - Throws: ``Unavailable`` where the C library lacks the encoding.
  package static func decoded(_ bytes: [UInt8]) throws(Unavailable) -> (text: [UInt8], bad: [BadLine]) {
    guard let converter = unsafe iconv_open("UTF-8", "GB18030"), unsafe converter != iconv_t(bitPattern: -1) else {
      throw Unavailable()
    }
    defer { unsafe iconv_close(converter) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    var bad: [BadLine] = []
    var line = 1
    var rest = bytes[...]
    while !rest.isEmpty {
      // The byte of a line feed is part of no other character.
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      let content = rest[..<end]
      if let converted = unsafe converted(content, by: converter) {
        text += converted
      } else {
        bad.append(BadLine(line: line, bytes: Array(content.first { $0 >= 0x80 }.map { [$0] } ?? [])))
        text.append(0x0A)
      }
      line += 1
      rest = rest[end...]
    }
    return (text, bad)
  }

  private static func converted(_ bytes: ArraySlice<UInt8>, by converter: iconv_t) -> [UInt8]? {
    if bytes.allSatisfy({ $0 < 0x80 }) { return Array(bytes) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // No character of two bytes or more has more than twice as many in UTF-8.
    var output = [CChar](repeating: 0, count: input.count * 2 + 8)
    var left = input.count
    var room = output.count
    let status = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        _ = unsafe iconv(converter, nil, nil, nil, nil)
        return unsafe iconv(converter, &from, &left, &to, &room)
      }
    }
    guard status != Int(bitPattern: UInt.max), left == 0 else { return nil }
    return output.dropLast(room).map { UInt8(bitPattern: $0) }
  }
}
