import Attainment

extension Direction: Named {
  /// What people call the direction; it stands before the target.
  public var name: Phrase {
    switch self {
    case .atLeast: Phrase(zh: "不低于", en: "at least")
    case .atMost: Phrase(zh: "不高于", en: "at most")
    case .maintain: Phrase(zh: "保持", en: "maintain")
    }
  }
}
