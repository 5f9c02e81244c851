import Attainment

extension Accumulation: Named {
  /// What people call the accumulation.
  public var name: Phrase {
    switch self {
    case .monthly: Phrase(zh: "各期相加", en: "all periods added up")
    case .cumulative: Phrase(zh: "累计数取最新一期", en: "cumulative figures, each reporter's latest")
    case .point: Phrase(zh: "时点数取最新一期", en: "point figures, each reporter's latest")
    }
  }
}
