/// A language in which dabiao speaks to people.
public enum Language: String, Sendable, CaseIterable {
  /// Chinese.
  case zh
  /// English.
  case en
}
