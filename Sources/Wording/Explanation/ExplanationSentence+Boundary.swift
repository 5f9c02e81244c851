import Attainment

extension ExplanationSentence {
  /// Where the next better verdict begins, and how far that is.
  public static func nextBetter(
    _ verdict: Verdict, _ side: VerdictBoundary.Side, actual: String, distance: String
  ) -> Phrase {
    Phrase(
      zh: "距上一档“\(verdict.name.zh)”：\(Term.actual.zh)须\(side.phrase.zh)\(actual)，即\(distance)",
      en: "Next better: \(verdict.name.en) with an actual \(side.phrase.en) \(actual), that is \(distance)")
  }

  /// Where the next worse verdict begins, and how far that is; nil where the actual lies right on the boundary.
  public static func nextWorse(
    _ verdict: Verdict, _ side: VerdictBoundary.Side, actual: String, distance: String?
  ) -> Phrase {
    let way = distance.map { Phrase(zh: "即\($0)", en: "that is \($0)") } ?? Phrase(zh: "现正在界上", en: "where it stands")
    return Phrase(
      zh: "距下一档“\(verdict.name.zh)”：\(Term.actual.zh)\(side.phrase.zh)\(actual)时，\(way.zh)",
      en: "Next worse: \(verdict.name.en) with an actual \(side.phrase.en) \(actual), \(way.en)")
  }
}

extension VerdictBoundary.Side {
  /// The side before the boundary's actual.
  fileprivate var phrase: Phrase {
    switch self {
    case .atLeast: Phrase(zh: "达到", en: "of at least")
    case .atMost: Phrase(zh: "不超过", en: "of at most")
    case .above: Phrase(zh: "高于", en: "above")
    case .below: Phrase(zh: "低于", en: "below")
    }
  }
}
