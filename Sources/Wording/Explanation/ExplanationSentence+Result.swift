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

  /// What is expected by a month, in percent.
  public static func expected(_ value: String, by month: Month) -> Phrase {
    percentage(Phrase(zh: "截至\(month)\(Term.expected.zh)", en: "\(Term.expected.en) by \(month)"), value)
  }

  /// The pace in percent.
  public static func pace(_ value: String) -> Phrase { percentage(Term.pace, value) }

  /// Where the due month ends at this pace.
  public static func projected(_ value: String) -> Phrase {
    line(Phrase(zh: "按此进度\(Term.projected.zh)", en: "projection to the \(Term.dueMonth.en)"), value)
  }

  /// What each month left has to bring.
  public static func requiredPerMonth(_ value: String) -> Phrase { line(Term.requiredPerMonth, value) }

  private static func line(_ term: Phrase, _ value: String) -> Phrase {
    term.capitalized + Mark.colon.phrase + Phrase(zh: value, en: value)
  }

  private static func percentage(_ term: Phrase, _ value: String) -> Phrase {
    term.capitalized + Mark.colon.phrase + Phrase(zh: "\(value)%", en: "\(value) %")
  }
}
