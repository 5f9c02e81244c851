import Foundation

/// A number as somebody typed it. A workbook holds binary fractions: 2.3 as 2.2999999999999998.
public enum TypedNumber {
  /// The plain decimal that was typed, without trailing zeros behind the point; nil where the text is no number.
  ///
  /// A sum of decimals is off in its 16th digit or so; such noise is dropped where at least three zeros before it tell it
  /// from a long figure. A long figure comes back in full.
  public static func decimal(of text: String) -> String? {
    // Whole numbers are written out, and a double would round those of more than 15 digits.
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    if digits.count <= 18, text.utf8.count - digits.count <= 1, let whole = Int(text) { return String(whole) }
    guard let number = Double(text), number.isFinite else { return nil }
    guard let exact = expanded(number.description) else { return nil }
    if fractionDigits(of: exact) <= 6 { return exact }
    guard let rounded = expanded(String(format: "%.14e", number)) else { return exact }
    let significant = rounded.utf8.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      .drop { $0 == UInt8(ascii: "0") }.count
    return significant <= 12 && fractionDigits(of: rounded) <= 6 ? rounded : exact
  }

  private static func fractionDigits(of decimal: String) -> Int {
    decimal.firstIndex(of: ".").map { decimal.utf8.distance(from: $0, to: decimal.endIndex) - 1 } ?? 0
  }

  /// `1.5e+2` as `150`.
  private static func expanded(_ text: String) -> String? {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard let mantissa = parts.first, let exponent = parts.count == 2 ? Int(parts[1]) : 0, abs(exponent) < 400 else {
      return nil
    }
    let isNegative = mantissa.hasPrefix("-")
    let halves = mantissa.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let digits = halves.joined()
    let plain = PlainDecimal(digits: digits, places: (halves.count == 2 ? halves[1].count : 0) - exponent)
    return (isNegative && !plain.isZero ? "-" : "") + plain.description
  }
}

/// The magnitude of a decimal: digits, the last of them so many places behind the point.
struct PlainDecimal: CustomStringConvertible {
  private(set) var digits: [UInt8]
  private(set) var places: Int

  init(digits: String, places: Int) {
    self.digits = digits.utf8.map { $0 - UInt8(ascii: "0") }
    self.places = places
  }

  /// The magnitude of a plain decimal, whatever its sign.
  init(_ decimal: String) {
    let halves = decimal.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    self.init(digits: halves.joined(), places: halves.count == 2 ? halves[1].count : 0)
  }

  var isZero: Bool { digits.allSatisfy { $0 == 0 } }

  /// Ten to a power times the decimal.
  func shifted(by power: Int) -> PlainDecimal {
    var shifted = self
    shifted.places -= power
    return shifted
  }

  /// Rounded half up to so many places.
  func rounded(to wanted: Int) -> PlainDecimal {
    guard places > wanted else { return self }
    var rounded = self
    let cut = places - wanted
    let dropped = cut <= digits.count ? digits[digits.count - cut] : 0
    rounded.digits = cut < digits.count ? Array(digits.dropLast(cut)) : [0]
    rounded.places = wanted
    guard dropped >= 5 else { return rounded }
    var index = rounded.digits.count - 1
    while index >= 0 {
      rounded.digits[index] += 1
      if rounded.digits[index] < 10 { return rounded }
      rounded.digits[index] = 0
      index -= 1
    }
    rounded.digits.insert(1, at: 0)
    return rounded
  }

  /// The digits before the point, without zeros before them, and those behind it.
  var halves: (whole: [UInt8], fraction: [UInt8]) {
    var all = digits
    if places < 0 { all += [UInt8](repeating: 0, count: -places) }
    let behind = max(places, 0)
    if all.count < behind { all.insert(contentsOf: [UInt8](repeating: 0, count: behind - all.count), at: 0) }
    let whole = all.dropLast(behind).drop { $0 == 0 }
    return (Array(whole), Array(all.suffix(behind)))
  }

  /// Without trailing zeros behind the point.
  var description: String {
    var (whole, fraction) = halves
    while fraction.last == 0 { fraction.removeLast() }
    if whole.isEmpty { whole = [0] }
    let text = { (digits: [UInt8]) in String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self) }
    return text(whole) + (fraction.isEmpty ? "" : "." + text(fraction))
  }
}
