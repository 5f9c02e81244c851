/// Texts as people mean them, free of what they cannot see.
enum TidyText {
  /// A cell's text without spaces and invisible characters at its ends, line breaks and the like within it turned into
  /// spaces.
  static func of(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last, isInvisible(last) { scalars.removeLast() }
    let start = scalars.firstIndex { !isInvisible($0) } ?? scalars.endIndex
    guard scalars[start...].contains(where: isBreak) || start > 0 || scalars.count < text.unicodeScalars.count else {
      return text
    }
    var tidy = String.UnicodeScalarView()
    for scalar in scalars[start...] {
      if !isBreak(scalar) { tidy.append(scalar) } else if tidy.last != " " { tidy.append(" ") }
    }
    return String(tidy)
  }

  /// A code or a figure: tidy, in half-width characters, without invisible ones anywhere.
  static func code(_ text: String) -> String {
    let tidy = of(text)
    if tidy.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return tidy }
    var kept = String.UnicodeScalarView()
    for scalar in HalfWidth.text(tidy).unicodeScalars where scalar == " " || !isInvisible(scalar) {
      kept.append(scalar)
    }
    return of(String(kept))
  }

  /// A header's or a footer's label: half-width, in lower case, without spaces, colons and asterisks at its ends.
  static func label(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in HalfWidth.text(text).unicodeScalars where !isInvisible(scalar) { kept.append(scalar) }
    var label = String(kept).lowercased()[...]
    while let last = label.last, ":*".contains(last) { label.removeLast() }
    while let first = label.first, first == "*" { label.removeFirst() }
    return String(label)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// Whether nothing is seen of a character: spaces of every width, joiners, marks of direction and byte order, controls.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value > 0x20, scalar.value < 0x7F { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return true
    default: return scalar.value == 0x115F || scalar.value == 0x3164
    }
  }
}
