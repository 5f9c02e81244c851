/// A calendar month, the period of every figure (method, section 2).
public struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int

  /// The month of the year, 1 to 12.
  public let month: Int

  /// A month of a year; nil when either is out of range.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// A month in the form `2020-06`, ASCII digits only; nil for anything else.
  public init?(parsing text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return nil }
    var number = 0
    for byte in bytes[..<4] + bytes[5...] {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    self.init(year: number / 100, month: number % 100)
  }

  /// The days of the month, 28 to 31.
  public var days: Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The form `2020-06`.
  public var description: String { "\(DecimalText.padded(year, to: 4))-\(DecimalText.padded(month, to: 2))" }

  /// Whether one month is earlier than another.
  public static func < (a: Month, b: Month) -> Bool { (a.year, a.month) < (b.year, b.month) }
}
