import Attainment

extension Light: Named {
  /// What people call the light.
  public var name: Phrase {
    switch self {
    case .grey: Phrase(zh: "灰灯", en: "grey")
    case .green: Phrase(zh: "绿灯", en: "green")
    case .yellow: Phrase(zh: "黄灯", en: "yellow")
    case .red: Phrase(zh: "红灯", en: "red")
    }
  }
}
