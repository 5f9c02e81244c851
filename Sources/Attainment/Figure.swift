/// An exact decimal with up to 6 fraction digits (method, section 1).
///
/// A figure as submitted has at most 14 integer digits; an accumulated one may have more, up to 32 digits in all.
public struct Figure: Sendable, Hashable, Comparable {
  /// The figure in millionths.
  public let millionths: Int128

  /// A figure from its millionths.
  public init(millionths: Int128) { self.millionths = millionths }

  /// A whole number as a figure.
  public init(_ value: Int) { millionths = Int128(value) * 1_000_000 }

  /// Zero.
  public static let zero = Figure(0)

  /// The least distance between two figures.
  static let millionth = Figure(millionths: 1)

  /// Whether one figure is smaller than another.
  public static func < (a: Figure, b: Figure) -> Bool { a.millionths < b.millionths }
}

extension Figure {
  /// Why a text is not a figure.
  public enum Fault: Error, Sendable, Equatable {
    /// It is not an optional minus, digits, and optionally a point with digits behind it.
    case notANumber
    /// It has more than 14 digits before the point, leading zeros not counted; the number found.
    case integerDigits(Int)
    /// It has more than 6 digits behind the point, trailing zeros not counted; the number found.
    case fractionDigits(Int)
  }

  /// Digits before the point that a submitted figure may have.
  public static let integerDigits = 14

  /// Digits behind the point that any figure may have.
  public static let fractionDigits = 6

  /// A figure as submitted, read strictly: `-?digits(.digits)?` in ASCII, nothing around it (method, section 1).
  ///
  /// - Returns: nil when it is anything else, or has more digits than a figure may have.
  public init?(parsing text: some StringProtocol) {
    guard let figure = try? Figure(validating: text) else { return nil }
    self = figure
  }

  /// A figure as submitted, read strictly.
  ///
  /// - Throws: `Fault` that says what is wrong with the text.
  public init(validating text: some StringProtocol) throws(Fault) {
    try self.init(text.utf8, integerDigits: Self.integerDigits)
  }

  /// An accumulated figure: as a submitted one, with up to 26 digits before the point.
  ///
  /// - Returns: nil when it is not a figure.
  public init?(sum text: some StringProtocol) {
    guard let figure = try? Figure(text.utf8, integerDigits: 26) else { return nil }
    self = figure
  }

  private init(_ bytes: some Collection<UInt8>, integerDigits limit: Int) throws(Fault) {
    var rest = bytes[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    let point = rest.firstIndex(of: UInt8(ascii: ".")) ?? rest.endIndex
    let whole = rest[..<point]
    let fraction = point == rest.endIndex ? rest[point...] : rest[rest.index(after: point)...]
    guard !whole.isEmpty, point == rest.endIndex || !fraction.isEmpty,
      whole.allSatisfy(\.isDigit), fraction.allSatisfy(\.isDigit)
    else { throw .notANumber }
    let integerCount = whole.drop(while: { $0 == UInt8(ascii: "0") }).count
    guard integerCount <= limit else { throw .integerDigits(integerCount) }
    var value: Int128 = 0
    for digit in whole.suffix(integerCount) { value = value * 10 + Int128(digit - UInt8(ascii: "0")) }
    var places = 0
    var significant = 0
    for digit in fraction {
      places += 1
      if digit != UInt8(ascii: "0") { significant = places }
      if places <= Self.fractionDigits { value = value * 10 + Int128(digit - UInt8(ascii: "0")) }
    }
    guard significant <= Self.fractionDigits else { throw .fractionDigits(significant) }
    for _ in 0..<max(0, Self.fractionDigits - places) { value *= 10 }
    millionths = isNegative ? -value : value
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension Figure: CustomStringConvertible {
  /// Plain decimal without trailing zeros: `800`, `1.25`, `-0.5`, `0`.
  public var description: String {
    DecimalText.of(digits: millionths.magnitude.description, places: Self.fractionDigits, isNegative: millionths < 0)
  }
}

extension Figure {
  /// The sum of two figures.
  public static func + (a: Figure, b: Figure) -> Figure { Figure(millionths: a.millionths + b.millionths) }

  /// The difference of two figures.
  public static func - (a: Figure, b: Figure) -> Figure { Figure(millionths: a.millionths - b.millionths) }
}

extension Figure {
  /// How many decimals it has without zeros at the end.
  public var decimals: Int {
    var (rest, count) = (millionths.magnitude % 1_000_000, Self.fractionDigits)
    while count > 0, rest % 10 == 0 {
      rest /= 10
      count -= 1
    }
    return count
  }
}
