/// One record of a CSV file: its fields as bytes, free of the quotes that enclosed them.
public struct CSVRecord: Sendable {
  /// Physical line on which the record starts, from 1.
  public let line: Int

  /// Whether the record is an empty line: one field, empty and without quotes.
  public let isBlank: Bool

  private let bytes: [UInt8]
  private let ranges: [Range<Int>]

  init(line: Int, isBlank: Bool, bytes: [UInt8], ranges: [Range<Int>]) {
    self.line = line
    self.isBlank = isBlank
    self.bytes = bytes
    self.ranges = ranges
  }

  /// Number of fields, at least 1.
  public var count: Int { ranges.count }

  /// The bytes of a field, in the file's own encoding.
  ///
  /// - Parameter index: place of the field, from 0 and below `count`.
  public subscript(index: Int) -> ArraySlice<UInt8> { bytes[ranges[index]] }

  /// The text of a field of a UTF-8 file.
  ///
  /// - Parameter index: place of the field, from 0 and below `count`.
  /// - Returns: the text, or nil where the bytes are not valid UTF-8.
  public func text(at index: Int) -> String? {
    String(validating: self[index], as: UTF8.self)
  }

  /// The texts of all fields of a UTF-8 file.
  ///
  /// - Returns: the texts in order, or nil where a field is not valid UTF-8.
  public func texts() -> [String]? {
    var texts: [String] = []
    texts.reserveCapacity(count)
    for index in 0..<count {
      guard let text = text(at: index) else { return nil }
      texts.append(text)
    }
    return texts
  }
}

extension CSVRecord: Equatable {
  /// Whether two records start on the same line and hold the same fields.
  public static func == (left: CSVRecord, right: CSVRecord) -> Bool {
    left.line == right.line && left.isBlank == right.isBlank && left.count == right.count
      && (0..<left.count).allSatisfy { left[$0] == right[$0] }
  }
}
