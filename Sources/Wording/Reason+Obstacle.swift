import Attainment

extension Reason.Obstacle {
  /// What keeps a target from being judged, without a full stop.
  public var sentence: Phrase {
    switch self {
    case .noTarget: Phrase(zh: "没有\(Term.target.zh)", en: "there is no target")
    case .valueMissing: Phrase(zh: "有\(Term.reporter.zh)缺\(Term.value.zh)", en: "the value of a reporter is missing")
    case .baseMissing: Phrase(zh: "有\(Term.reporter.zh)缺\(Term.baseValue.zh)", en: "the base of a reporter is missing")
    case .denominatorMissing:
      Phrase(zh: "有\(Term.reporter.zh)缺\(Term.denominator.zh)", en: "the denominator of a reporter is missing")
    case .baseDenominatorMissing:
      Phrase(zh: "有\(Term.reporter.zh)缺\(Term.baseDenominator.zh)", en: "the base denominator of a reporter is missing")
    case .baseNotPositive(let figure): Self.notPositive(Term.baseValue, figure)
    case .denominatorNotPositive(let figure): Self.notPositive(Term.denominator, figure)
    case .baseDenominatorNotPositive(let figure): Self.notPositive(Term.baseDenominator, figure)
    case .targetNotPositive:
      Phrase(zh: "\(Term.target.zh)不大于0，不能作除数", en: "the target is not above 0 and cannot be divided by")
    }
  }

  private static func notPositive(_ term: Phrase, _ figure: Figure) -> Phrase {
    Phrase(zh: "\(term.zh)\(figure)不大于0", en: "the \(term.en) \(figure) is not above 0")
  }
}
