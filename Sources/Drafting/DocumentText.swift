/// A document's text, character by character as printed and as it is read: half-width, with one sort of brackets, dashes
/// and line ends. Both have the same length, so that what was read can be quoted.
struct DocumentText: Sendable {
  /// As printed.
  let printed: [Character]
  /// As it is read.
  let plain: [Character]

  init(_ text: String) { self.init(printed: Array(text)) }

  private init(printed: [Character]) {
    self.printed = printed
    plain = printed.map(Self.plain)
  }

  /// A piece of it.
  subscript(range: Range<Int>) -> DocumentText { DocumentText(printed: Array(printed[range])) }

  /// A piece as printed, in one line.
  func quote(_ range: Range<Int>) -> String {
    Self.oneLine(printed[range])
  }

  /// A piece as it is read.
  func text(_ range: Range<Int>) -> String { String(plain[range]) }

  /// Whether a piece begins with some text.
  func has(_ word: String, at place: Int) -> Bool {
    place >= 0 && plain[min(place, plain.count)...].starts(with: word)
  }

  private static func oneLine(_ characters: ArraySlice<Character>) -> String {
    var text = ""
    for character in characters {
      if character.isNewline { continue }
      // Spaces are kept between words only, as in the print: once.
      if character == "\t" || character == "\u{3000}" {
        if text.last != " " { text.append(" ") }
      } else {
        text.append(character)
      }
    }
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }

  private static func plain(_ character: Character) -> Character {
    if character.isNewline { return "\n" }
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else { return character }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map { Character($0) } ?? character
    case 0x3000, 0xA0: return " "
    case 0x2012...0x2015, 0x2212, 0xFE63: return "-"
    case 0x3010, 0x3014, 0x5B: return "("
    case 0x3011, 0x3015, 0x5D: return ")"
    case 0x22: return character
    case 0x2605, 0x2606, 0x2B50: return Lexicon.star
    default: return character
    }
  }
}
