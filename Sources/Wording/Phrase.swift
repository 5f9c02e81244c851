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
}
