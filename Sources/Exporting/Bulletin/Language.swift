/// A language of the page; its raw value is the tag that HTML's `lang` takes.
enum Language: String, Sendable, CaseIterable {
  case chinese = "zh-CN"
  case english = "en"

  /// The edition's anchor: `bulletin.html#en` opens in English.
  var anchor: String { self == .chinese ? "zh" : "en" }

  /// What the language calls itself.
  var ownName: String { self == .chinese ? "中文" : "English" }

  /// The other language of the page.
  var other: Language { self == .chinese ? .english : .chinese }
}

/// A text in both languages.
struct Wording: Sendable, Hashable {
  let chinese: String
  let english: String

  /// The text in one of them.
  func text(_ language: Language) -> String { language == .chinese ? chinese : english }
}
