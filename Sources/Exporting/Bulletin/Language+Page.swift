import Wording

extension Language {
  /// The tag that HTML's `lang` takes.
  var tag: String {
    switch self {
    case .zh: "zh-CN"
    case .en: "en"
    }
  }

  /// The edition's anchor: `bulletin.html#en` opens in English.
  var anchor: String { rawValue }
}
