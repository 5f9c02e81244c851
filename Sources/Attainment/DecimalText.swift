/// How the method prints decimals (section 1): no trailing zeros, zero as `0`, never `-0`.
enum DecimalText {
  /// A natural number with zeros before it up to a width.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// The text of a whole number of units of which a power of ten make one.
  ///
  /// - Parameters:
  ///   - digits: the whole number without its sign.
  ///   - places: how many of the digits stand behind the point.
  ///   - isNegative: whether it is negative.
  /// - Returns: plain decimal digits.
  static func of(digits: String, places: Int, isNegative: Bool) -> String {
    var digits = Array(digits.utf8)
    let zero = UInt8(ascii: "0")
    if digits.count <= places {
      digits.insert(contentsOf: repeatElement(zero, count: places + 1 - digits.count), at: 0)
    }
    let point = digits.count - places
    var end = digits.count
    while end > point && digits[end - 1] == zero { end -= 1 }
    if end == point && point == 1 && digits[0] == zero { return "0" }
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    text += digits[..<point]
    if end > point {
      text.append(UInt8(ascii: "."))
      text += digits[point..<end]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
