import Mustache

/// Escapes a text for element content and quoted attributes.
///
/// The template library's own HTML type goes by grapheme: a quote with a combining mark behind it is another Character to
/// it, passes unescaped, and ends an attribute. This one goes by scalar. It also takes the power from scalars that do not
/// print: controls, which HTML forbids, and those that would turn the direction of what follows them.
struct PageText: MustacheContentType {
  /// The name by which the templates call for it.
  static let name = "PAGE"

  func escapeText(_ text: String) -> String { Self.escaped(text) }

  /// The text, safe between tags and between quotes.
  static func escaped(_ text: String) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": safe.append(contentsOf: "&lt;".unicodeScalars)
      case ">": safe.append(contentsOf: "&gt;".unicodeScalars)
      case "&": safe.append(contentsOf: "&amp;".unicodeScalars)
      case "\"": safe.append(contentsOf: "&quot;".unicodeScalars)
      case "'": safe.append(contentsOf: "&#39;".unicodeScalars)
      case "\t", "\n", "\r": safe.append(" ")
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200E}",
        "\u{200F}", "\u{61C}":
        safe.append("\u{FFFD}")
      case _ where scalar.properties.isNoncharacterCodePoint: safe.append("\u{FFFD}")
      default: safe.append(scalar)
      }
    }
    return String(safe)
  }
}
