/// A term or a sentence in both languages.
public struct Phrase: Sendable, Hashable, Encodable {
  /// The Chinese text.
  public let zh: String

  /// The English text.
  public let en: String

  /// A text in both languages.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in one language.
  public subscript(_ language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }

  /// The same beginning with a capital letter, as a heading or a line does; Chinese has none.
  public var capitalized: Phrase { Phrase(zh: zh, en: en.prefix(1).uppercased() + en.dropFirst()) }

  /// The Chinese text and the English one, a slash between.
  public var inBothLanguages: String { "\(zh) / \(en)" }

  /// The same as the heading of a column of percentages.
  var inPercent: Phrase { Phrase(zh: "\(zh)（%）", en: "\(en) (%)") }

  /// Two texts, one behind the other.
  static func + (first: Phrase, second: Phrase) -> Phrase { Phrase(zh: first.zh + second.zh, en: first.en + second.en) }
}

extension Sequence<Phrase> {
  /// The phrases in one, with a mark between them.
  func joined(by mark: Mark) -> Phrase {
    Phrase(zh: map(\.zh).joined(separator: mark.phrase.zh), en: map(\.en).joined(separator: mark.phrase.en))
  }
}
