import Attainment

extension ExplanationSentence {
  /// What the figures add up to, by the method's symbols.
  public static func accumulated(_ sums: String) -> Phrase { Phrase(zh: "汇总：\(sums)", en: "Accumulated: \(sums)") }

  /// The actual.
  public static func actual(_ value: String) -> Phrase { line(Term.actual, value) }

  /// Actual minus target.
  public static func gap(_ value: String) -> Phrase { line(Term.gap, value) }

  /// The attainment in percent.
  public static func attainment(_ value: String) -> Phrase { percentage(Term.attainment, value) }

  static func line(_ term: Phrase, _ value: String) -> Phrase {
    term.capitalized + Mark.colon.phrase + Phrase(zh: value, en: value)
  }

  static func percentage(_ term: Phrase, _ value: String) -> Phrase {
    term.capitalized + Mark.colon.phrase + Phrase(zh: "\(value)%", en: "\(value) %")
  }
}
