/// Texts from files, plans and command lines as others may see them: with nothing in them that steers a terminal or turns the
/// reading direction.
public enum PlainText {
  /// A text in one line, of which at most so many characters are shown.
  public static func of(_ text: String, limit: Int = 60) -> String {
    var shown = ""
    for (index, character) in text.enumerated() {
      guard index < limit else { return shown + "…" }
      for scalar in character.unicodeScalars { shown.unicodeScalars.append(plain(scalar)) }
    }
    return shown
  }

  /// A text of several lines, whole; its line ends and tabs are kept.
  public static func lines(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(scalar == "\n" || scalar == "\t" ? scalar : plain(scalar)) }
    return String(shown)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.isUnseen || scalar.properties.generalCategory == .unassigned ? "\u{FFFD}" : scalar
  }
}
