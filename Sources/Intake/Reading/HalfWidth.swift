/// Full-width forms (全角) that an input method leaves behind, and the half-width characters (半角) they stand for.
enum HalfWidth {
  /// Whether a character is a full-width form of an ASCII one, or one of the other minus signs, commas and spaces.
  static func replaces(_ character: Character) -> Bool { replacement(of: character) != nil }

  /// A text in half-width characters.
  static func text(_ text: String) -> String { String(text.map { replacement(of: $0) ?? $0 }) }

  private static func replacement(of character: Character) -> Character? {
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else { return nil }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map { Character($0) }
    case 0xFFE5: return "¥"
    case 0x3000, 0xA0: return " "
    case 0x3002: return "."
    case 0x3001: return ","
    case 0x2212, 0x2013, 0x2014: return "-"
    default: return nil
    }
  }
}
