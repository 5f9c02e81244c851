import Foundation

extension NumberFormat {
  /// What people see of a number.
  public struct Shown: Sendable, Hashable {
    /// How what is seen stands to what is stored.
    public enum Kind: Sendable, Hashable {
      /// The number itself, with the words, if any, that stand beside it.
      case itself
      /// The number rounded to the places that the format has, with the words that stand beside it.
      case rounded
      /// A day or a time.
      case day
      /// Another number, sign or scale, or nothing at all.
      case another
    }

    /// How what is seen stands to what is stored.
    public var kind: Kind
    /// What is seen, without spaces at its ends.
    public var text: String
    /// What stands beside the digits, such as a unit of measure, without spaces and signs.
    public var words: String

    /// What people see of a number.
    public init(kind: Kind, text: String, words: String) {
      self.kind = kind
      self.text = text
      self.words = words
    }
  }

  /// What people see of a number.
  ///
  /// `decimal` is the number, as ``TypedNumber`` gives it.
  public func shown(_ decimal: String) -> Shown {
    guard let number = Double(decimal), let (section, signs) = section(for: number) else {
      return Shown(kind: .another, text: "####", words: "")
    }
    if section.isDate { return Shown(kind: .day, text: "", words: "") }
    var rendering = Rendering(section, decimal: decimal, signs: signs && number < 0)
    rendering.run()
    if section.isInvisible { return Shown(kind: .another, text: "", words: "") }
    return rendering.shown(isNegative: number < 0)
  }
}

/// A number on its way through a section.
private struct Rendering {
  private let section: NumberFormat.Section
  private let magnitude: PlainDecimal
  private let signs: Bool
  private var text = ""
  private var literals = ""
  private var hasFigure = false
  private var isBroken = false
  private var isRounded = false

  /// Signs that say minus, and those that say plus.
  private static let minus: Set<Character> = ["-", "−", "－", "﹣", "–", "(", ")", "（", "）"]
  private static let plus: Set<Character> = ["+", "＋"]

  init(_ section: NumberFormat.Section, decimal: String, signs: Bool) {
    self.section = section
    self.signs = signs
    magnitude = PlainDecimal(decimal)
  }

  mutating func run() {
    if signs { text = "-" }
    let tokens = section.tokens
    guard let first = tokens.firstIndex(where: \.isDigit), let last = tokens.lastIndex(where: \.isDigit) else {
      for token in tokens { outside(token) }
      return
    }
    // A section that scales or counts in fractions shows another figure, however its digits are laid out.
    let scaling = tokens[(last + 1)...].prefix { $0 == .comma }.count + scalingBeforePoint(tokens, first, last)
    let percents = tokens.count { $0 == .percent }
    isBroken = scaling > 0 || percents > 0 || tokens[first...last].contains(.slash)
    for token in tokens[..<first] { outside(token) }
    let scaled = magnitude.shifted(by: 2 * percents - 3 * scaling)
    if let exponent = tokens[first...last].firstIndex(of: .exponent) {
      scientific(decimals: tokens[first..<exponent].drop { $0 != .point }.count(where: \.isDigit))
    } else {
      digits(of: scaled, through: tokens[first...last])
    }
    hasFigure = true
    for token in tokens[(last + 1)...] where token != .comma { outside(token) }
  }

  func shown(isNegative: Bool) -> NumberFormat.Shown {
    let marks = literals.filter { !$0.isWhitespace }
    let saysMinus = marks.contains { Self.minus.contains($0) }
    let saysPlus = marks.contains { Self.plus.contains($0) }
    let words = marks.filter { !Self.minus.contains($0) && !Self.plus.contains($0) }
    let isSigned = isNegative ? signs != saysMinus && !saysPlus : !saysMinus
    let kind: NumberFormat.Shown.Kind =
      !hasFigure || isBroken || !isSigned ? .another : isRounded ? .rounded : .itself
    return NumberFormat.Shown(kind: kind, text: text.trimmingCharacters(in: .whitespaces), words: words)
  }

  /// Commas behind the last digit before the point: each divides by a thousand.
  private func scalingBeforePoint(_ tokens: [NumberFormat.Token], _ first: Int, _ last: Int) -> Int {
    guard let point = tokens[first...last].firstIndex(of: .point) else { return 0 }
    return tokens[first..<point].reversed().prefix { $0 == .comma }.count
  }

  private mutating func outside(_ token: NumberFormat.Token) {
    switch token {
    case .literal(let literal):
      text += literal
      literals += literal
      // Digits that the format brings along are read as the number's own.
      if literal.contains(where: { $0.isASCII && $0.isNumber || ".,%％．，".contains($0) || $0.isFullWidthDigit }) {
        isBroken = true
      }
    case .percent: text += "%"
    case .slash:
      text += "/"
      literals += "/"
    case .point: text += "."
    case .general:
      text += magnitude.description
      hasFigure = true
    default: break
    }
  }

  private mutating func scientific(decimals: Int) {
    let number = Double(magnitude.description) ?? 0
    let rounded = String(format: "%.\(min(decimals, 20))E", number)
    text += rounded
    isRounded = Double(rounded) != number
  }

  /// Lays the digits out over their places: those behind the point from the left, those before it from the right, the first
  /// place taking all that are left.
  private mutating func digits(of number: PlainDecimal, through tokens: ArraySlice<NumberFormat.Token>) {
    let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
    let decimals = tokens[point...].count(where: \.isDigit)
    let rounded = number.rounded(to: decimals)
    isRounded = rounded.description != number.description
    let (whole, fraction) = rounded.halves
    let places = tokens[..<point].count(where: \.isDigit)
    var wholeDigits = [UInt8?](repeating: nil, count: max(0, places - whole.count)) + whole.map { $0 }
    let isGrouped = tokens[..<point].reversed().drop { $0 == .comma }.contains(.comma)
    var behind = fraction[...]
    var left = places
    for (index, token) in zip(tokens.indices, tokens) {
      switch token {
      case .digit(let isFixed) where index < point:
        // The first place takes what has none of its own.
        let count = left == places ? wholeDigits.count - places + 1 : 1
        left -= 1
        for digit in wholeDigits.prefix(count) {
          if let digit { text += String(digit) } else if isFixed { text += "0" }
          wholeDigits.removeFirst()
          if isGrouped, wholeDigits.count.isMultiple(of: 3), !wholeDigits.isEmpty, text.last?.isNumber == true {
            text += ","
          }
        }
      case .digit(let isFixed):
        let digit = behind.popFirst() ?? 0
        if isFixed || digit != 0 || behind.contains(where: { $0 != 0 }) { text += String(digit) }
      case .point: text += "."
      case .literal(let literal):
        text += literal
        // Whatever stands between digits makes another figure of them.
        isBroken = true
      default: break
      }
    }
  }
}

extension Character {
  fileprivate var isFullWidthDigit: Bool { ("０"..."９").contains(self) }
}

extension NumberFormat.Token {
  fileprivate var isDigit: Bool {
    if case .digit = self { true } else { false }
  }
}
