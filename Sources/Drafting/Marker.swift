/// The number or sign before a heading or an item.
struct Marker: Hashable, Sendable {
  /// How it is written; what is written alike stands on one level.
  enum Style: Hashable, Sendable {
    /// 第一部分, 第二章.
    case chapter
    /// 一、
    case numeralComma
    /// (一)
    case numeralBrackets
    /// 1. or 1、
    case digitsDot
    /// (1) or 1)
    case digitsBrackets
    /// ①
    case circled
    /// • or -
    case bullet
  }

  var style: Style
  /// Its number; nil for a bullet.
  var number: Int?
  /// How many characters it takes.
  var length: Int

  /// The marker at a place of a text; nil where there is none.
  init?(in text: DocumentText, at place: Int) {
    let plain = text.plain
    guard place < plain.count else { return nil }
    if let found = Self.bracketed(plain, place) ?? Self.chapter(text, place) ?? Self.bare(plain, place) {
      self = found
    } else if let index = Lexicon.circled.firstIndex(of: plain[place]) {
      self.init(style: .circled, number: index + 1, length: 1)
    } else if Lexicon.bullets.contains(plain[place]), place + 1 < plain.count, !Self.isDigit(plain[place + 1]) {
      self.init(style: .bullet, number: nil, length: 1)
    } else {
      return nil
    }
  }

  private init(style: Style, number: Int?, length: Int) {
    self.style = style
    self.number = number
    self.length = length
  }

  private static func bracketed(_ plain: [Character], _ place: Int) -> Marker? {
    guard plain[place] == "(", let end = plain[place...].prefix(6).firstIndex(of: ")") else { return nil }
    let content = plain[(place + 1)..<end]
    if let number = numeral(content) { return Marker(style: .numeralBrackets, number: number, length: end - place + 1) }
    guard !content.isEmpty, content.allSatisfy(isDigit), let number = Int(String(content)) else { return nil }
    return Marker(style: .digitsBrackets, number: number, length: end - place + 1)
  }

  private static func chapter(_ text: DocumentText, _ place: Int) -> Marker? {
    guard text.plain[place] == Lexicon.ordinal else { return nil }
    let content = text.plain[(place + 1)...].prefix { Lexicon.digits[$0] != nil }
    guard let number = numeral(content), content.count < 4 else { return nil }
    guard let end = Lexicon.chapterEnds.first(where: { text.has($0, at: content.endIndex) }) else { return nil }
    return Marker(style: .chapter, number: number, length: content.endIndex + end.count - place)
  }

  private static func bare(_ plain: [Character], _ place: Int) -> Marker? {
    let numerals = plain[place...].prefix(4).prefix { Lexicon.digits[$0] != nil }
    if let number = numeral(numerals), numerals.endIndex < plain.count {
      let mark = plain[numerals.endIndex]
      if mark == Lexicon.listComma || mark == "." {
        return Marker(style: .numeralComma, number: number, length: numerals.count + 1)
      }
    }
    let digits = plain[place...].prefix(4).prefix(while: isDigit)
    guard !digits.isEmpty, digits.count < 4, digits.endIndex < plain.count, let number = Int(String(digits)) else {
      return nil
    }
    let mark = plain[digits.endIndex]
    let next = digits.endIndex + 1 < plain.count ? plain[digits.endIndex + 1] : " "
    if mark == "." || mark == Lexicon.listComma, !isDigit(next) {
      return Marker(style: .digitsDot, number: number, length: digits.count + 1)
    }
    return mark == ")" ? Marker(style: .digitsBrackets, number: number, length: digits.count + 1) : nil
  }

  static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// A Chinese numeral from 1 to 99; nil for anything else.
  static func numeral(_ text: ArraySlice<Character>) -> Int? {
    let values = text.compactMap { Lexicon.digits[$0] }
    guard !values.isEmpty, values.count == text.count, text.count <= 3 else { return nil }
    guard let ten = values.firstIndex(of: 10) else { return values.count == 1 && values[0] < 10 ? values[0] : nil }
    let tens = ten == 0 ? 1 : values[0]
    let ones = ten + 1 < values.count ? values[ten + 1] : 0
    guard ten <= 1, values.count <= ten + 2, tens < 10, ones < 10, tens > 0 else { return nil }
    return tens * 10 + ones
  }
}
