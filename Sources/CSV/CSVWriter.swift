/// Writes CSV as RFC 4180 has it: a field is quoted only where it must be.
public struct CSVWriter: Sendable {
  /// How a line ends.
  public enum LineEnd: Sendable {
    /// LF, for machines.
    case lineFeed
    /// CR LF, for spreadsheets.
    case carriageReturnLineFeed
  }

  /// What has been written and not taken yet.
  public private(set) var bytes: [UInt8] = []

  private let lineEnd: LineEnd

  /// A writer of nothing yet.
  ///
  /// - Parameter lineEnd: how each line ends.
  public init(lineEnd: LineEnd = .lineFeed) {
    self.lineEnd = lineEnd
  }

  /// Writes one record and its line end.
  ///
  /// - Parameter fields: texts in order; a record of one empty field is written `""`, not as an empty line.
  public mutating func write(_ fields: some Collection<String>) {
    if fields.count == 1, let only = fields.first, only.isEmpty {
      bytes += [.quote, .quote]
    } else {
      var isFirst = true
      for field in fields {
        if !isFirst { bytes.append(.comma) }
        isFirst = false
        CSVWriter.append(field.utf8, to: &bytes)
      }
    }
    if lineEnd == .carriageReturnLineFeed { bytes.append(.carriageReturn) }
    bytes.append(.lineFeed)
  }

  /// Gives up what has been written, so that a large file can be written in pieces.
  ///
  /// - Returns: the bytes since the last call.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: false) }
    return bytes
  }

  /// Writes one field, in quotes with its own doubled where it holds a comma, a quote, a CR or an LF.
  ///
  /// - Parameters:
  ///   - field: bytes of the field.
  ///   - bytes: where it is appended.
  public static func append(_ field: some Collection<UInt8>, to bytes: inout [UInt8]) {
    let needsQuotes = field.contains {
      $0 == .comma || $0 == .quote || $0 == .carriageReturn || $0 == .lineFeed
    }
    guard needsQuotes else {
      bytes.append(contentsOf: field)
      return
    }
    bytes.append(.quote)
    for byte in field {
      if byte == .quote { bytes.append(.quote) }
      bytes.append(byte)
    }
    bytes.append(.quote)
  }
}
