/// A language in which dabiao speaks to people.
public enum Language: String, Sendable, CaseIterable {
  /// Chinese.
  case zh
  /// English.
  case en

  /// What the language calls itself.
  public var ownName: String {
    switch self {
    case .zh: "中文"
    case .en: "English"
    }
  }

  /// The other of the two.
  public var other: Language { self == .zh ? .en : .zh }
}
