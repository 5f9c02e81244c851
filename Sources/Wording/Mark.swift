/// A punctuation mark, as each language writes it and with the space that it takes.
public enum Mark: Sendable {
  /// Between the parts of a sentence.
  case comma
  /// Between the members of a list, for which Chinese has a mark of its own.
  case listComma
  /// Between sentences that belong together.
  case semicolon
  /// Before what is said of something.
  case colon
  /// At the end of a sentence.
  case fullStop

  /// The mark.
  public var phrase: Phrase {
    switch self {
    case .comma: Phrase(zh: "，", en: ", ")
    case .listComma: Phrase(zh: "、", en: ", ")
    case .semicolon: Phrase(zh: "；", en: "; ")
    case .colon: Phrase(zh: "：", en: ": ")
    case .fullStop: Phrase(zh: "。", en: ".")
    }
  }

  /// A text of either language that goes into the middle of a sentence: without the stops that it may end with.
  static func withoutFullStop(_ text: String) -> String {
    let stops = [fullStop.phrase.zh, fullStop.phrase.en]
    var text = Substring(text)
    while let stop = stops.first(where: text.hasSuffix) { text = text.dropLast(stop.count) }
    return String(text)
  }
}
