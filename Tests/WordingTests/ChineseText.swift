extension Unicode.Scalar {
  /// Whether it is a Chinese character, or a mark that only Chinese text has.
  var isChinese: Bool {
    switch value {
    case 0x3000...0x303F, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}

/// Swift code as far as it is compiled: without its comments.
struct SwiftCode {
  /// The lines, each without what stands behind two slashes outside a text. There are no comments in blocks, as the
  /// formatter makes sure.
  let lines: [String]

  init(_ text: String) {
    let (quote, slash, escape) = (UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"))
    var isLongText = false
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let bytes = Array(line.utf8)
      var isText = isLongText
      var place = 0
      while place < bytes.count {
        let rest = bytes[place...]
        if rest.starts(with: [quote, quote, quote]) {
          isLongText.toggle()
          isText = isLongText
          place += 3
        } else if !isText, rest.starts(with: [slash, slash]) {
          return String(decoding: bytes[..<place], as: UTF8.self)
        } else {
          if !isLongText, bytes[place] == quote { isText.toggle() }
          place += isText && bytes[place] == escape ? 2 : 1
        }
      }
      return String(line)
    }
  }
}
