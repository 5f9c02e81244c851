import Attainment

extension ExplanationSentence {
  /// Who has no accepted figure of a period that is due, and what became of each.
  public static func outstanding(
    _ period: Month, dueOn: String, reporters: [(name: Phrase, standing: FindingCode)]
  ) -> Phrase {
    let names = reporters.map {
      Phrase(zh: "\($0.name.zh)\($0.standing.name.zh)", en: "\($0.name.en): \($0.standing.name.en)")
    }
    .joined(by: .listComma)
    return Phrase(
      zh: "  \(period)（截止日\(dueOn)）：\(names.zh)", en: "  Outstanding of \(period), due by \(dueOn): \(names.en)")
  }

  /// The figures of a period are not due yet; how many of how many are in already.
  public static func notYetDue(_ period: Month, dueOn: String, accepted: Int, expected: Int) -> Phrase {
    let early =
      accepted == 0
      ? Phrase(zh: "", en: "")
      : Phrase(
        zh: "；已通过\(accepted)／\(expected)，到期或齐全后采用",
        en: "; \(accepted) of \(expected) are in and count once it is due or all are")
    return Phrase(
      zh: "  \(period)截止日\(dueOn)，当时未到期，不算\(Verdict.overdue.name.zh)\(early.zh)",
      en: "  \(period) is due by \(dueOn) only, so that it is not \(Verdict.overdue.name.en)\(early.en)")
  }

  /// By when figures are due: day 1 to 31 of the month after their period, 32 to 62 of the one after that.
  static func due(by day: Int) -> Phrase {
    day > 31
      ? Phrase(zh: "后第二个月\(day - 31)日前", en: "by day \(day - 31) of the second month after")
      : Phrase(zh: "次月\(day)日前", en: "by day \(day) of the month after")
  }
}
