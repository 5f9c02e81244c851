/// The forms in which submissions are accepted.
public enum TextEncoding: String, Sendable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"
  /// GB18030, and so GBK and GB 2312.
  case gb18030 = "GB18030"
  /// A workbook, in which a sheet's text is UTF-8.
  case workbook = "XLSX"
}

/// Why a file's encoding is not taken for granted, with the lines that raise the doubt.
package struct EncodingDoubt: Error, Equatable {
  package enum Kind: Equatable, Sendable {
    /// UTF-16, by its byte-order mark or its many NUL bytes.
    case utf16
    case utf32
    /// Neither UTF-8 nor GB18030; the one that fits better.
    case invalid(TextEncoding)
    /// Well formed in GB18030, but made of characters that hardly anybody writes, as Latin-1 and Big5 come out there.
    case unlikely
    /// Well formed in both encodings, with nothing in it that tells which is meant.
    case ambiguous
  }

  /// A line with bytes that raise the doubt.
  package struct Line: Equatable, Sendable {
    package var line: Int
    package var bytes: [UInt8]

    package init(line: Int, bytes: [UInt8]) {
      self.line = line
      self.bytes = bytes
    }
  }

  package var kind: Kind
  /// The lines, the first such bytes of each; at most ``lineLimit``.
  package var lines: [Line]

  package init(kind: Kind, lines: [Line]) {
    self.kind = kind
    self.lines = lines
  }

  static let lineLimit = 10_000
}
