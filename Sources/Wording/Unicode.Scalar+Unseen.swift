extension Unicode.Scalar {
  /// Whether a character is not seen but acts: a control, a break of the line, a mark of direction, a joiner, or no
  /// character at all. With such a one a text reads otherwise than it is stored, steers a terminal, or cannot stand in XML.
  public var isUnseen: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: properties.isNoncharacterCodePoint
    }
  }

  /// Its number as Unicode writes it, `U+202E`.
  public var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
