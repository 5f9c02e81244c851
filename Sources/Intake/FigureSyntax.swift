/// How figures are written in a submission file: an exact decimal of at most 14 integer and 6 fraction digits
/// (method, section 1).
enum FigureSyntax {
  /// Why a text is not a figure.
  enum Flaw: Equatable {
    case thousandsSeparator
    case percentSign
    case fullWidth
    case magnitude
    case unitOfMeasure
    case exponent
    case plusSign
    case tooManyDigits
    case formula
    case notANumber
  }

  /// Whether a text is a figure.
  static func isFigure(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    guard (1...14).contains(whole.count) else { return false }
    rest = rest.dropFirst(whole.count)
    if rest.isEmpty { return true }
    let fraction = rest.dropFirst()
    return rest.first == UInt8(ascii: ".") && (1...6).contains(fraction.count) && fraction.allSatisfy(isDigit)
  }

  /// Whether a text that is a figure lies between 0 and 100.
  static func isPercentage(_ figure: ArraySlice<UInt8>) -> Bool {
    guard figure.first != UInt8(ascii: "-") else { return false }
    let parts = figure.split(separator: UInt8(ascii: "."), maxSplits: 1)
    let whole = parts[0].drop { $0 == UInt8(ascii: "0") }
    if whole.count < 3 { return true }
    return whole.elementsEqual("100".utf8) && parts.dropFirst().allSatisfy { $0.allSatisfy { $0 == UInt8(ascii: "0") } }
  }

  /// What is wrong with a text that is not a figure.
  static func flaw(of text: String) -> Flaw {
    if text.hasPrefix("=") || text.hasPrefix("#") { return .formula }
    if isDecimal(text) { return .tooManyDigits }
    if text.contains(where: { "%％‰".contains($0) }) { return .percentSign }
    if text.contains(where: { "万萬亿億".contains($0) }) { return .magnitude }
    if text.contains(where: { HalfWidth.replaces($0) }) { return .fullWidth }
    if text.wholeMatch(of: /[-+]?\d+(?:\.\d+)?[eE][-+]?\d+/.asciiOnlyDigits()) != nil { return .exponent }
    if text.wholeMatch(of: /[-+]?\d+(?:[, '_]\d+)+(?:\.\d+)?/.asciiOnlyDigits()) != nil { return .thousandsSeparator }
    if text.wholeMatch(of: /\+\d+(?:\.\d+)?/.asciiOnlyDigits()) != nil { return .plusSign }
    if text.wholeMatch(of: /[¥￥$]? ?-?\d[\d,]*(?:\.\d+)? ?\p{L}*\d?/.asciiOnlyDigits()) != nil { return .unitOfMeasure }
    return .notANumber
  }

  /// The figure that was probably meant: without separators, in half-width characters; nil where it takes a guess.
  ///
  /// A text with 万, 亿, a percent sign or an exponent is never converted: only the clerk knows in what it was meant.
  static func meant(by text: String, _ flaw: Flaw) -> String? {
    switch flaw {
    case .thousandsSeparator, .fullWidth, .plusSign, .unitOfMeasure, .percentSign:
      var rest = HalfWidth.text(text).filter { !", '_+%¥$".contains($0) }
      while let last = rest.last, last.isLetter { rest.removeLast() }
      return isFigure(Array(rest.utf8)[...]) ? rest : nil
    case .magnitude, .exponent, .tooManyDigits, .formula, .notANumber:
      return nil
    }
  }

  /// Whether a text is a decimal of any length.
  private static func isDecimal(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    guard text.utf8.count - digits.count <= 1 else { return false }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
