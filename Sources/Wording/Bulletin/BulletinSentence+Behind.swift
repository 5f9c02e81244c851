import Attainment

extension BulletinSentence {
  /// How many of a target's units are behind, and which most: the worst by name with their paces in percent, as printed.
  public static func lagging(_ worst: [(name: Phrase, pace: String?)], of count: Int) -> Phrase {
    let named = worst.map { unit in
      unit.name + (unit.pace.map { Phrase(zh: "（\($0)%）", en: " (\($0) %)") } ?? Phrase(zh: "", en: ""))
    }.joined(by: .listComma)
    let rest = count > worst.count ? Phrase(zh: "等", en: " and others") : Phrase(zh: "", en: "")
    return Phrase(
      zh: "分解单位中\(count)个滞后：\(named.zh)\(rest.zh)。",
      en: "\(count) of its units \(count == 1 ? "is" : "are") behind: \(named.en)\(rest.en).")
  }

  /// The findings about an indicator's figures, counted by kind.
  public static func findings(_ counts: [(code: FindingCode, count: Int)]) -> Phrase {
    counts.map { Phrase(zh: "\($0.code.name.zh) \($0.count) 条", en: "\($0.code.name.en) \($0.count)") }
      .joined(by: .listComma)
  }

  /// That a result is still provisional; coverage in percent, as printed.
  public static func provisional(coverage: String) -> Phrase {
    Phrase(
      zh: "数据未报齐，结果\(Term.provisional.zh)：\(Term.coverage.zh) \(coverage)%。",
      en: "Figures are still missing, so this is \(Term.provisional.en): \(Term.coverage.en) \(coverage) %.")
  }

  /// What stands before a note: who wrote it, the first by name, and beside which period's figures.
  public static func writers(first: Phrase, of count: Int, period: Month) -> Phrase {
    count < 2
      ? Phrase(zh: "\(Term.note.zh)（\(first.zh)，\(period)）：", en: "Note by \(first.en), \(period): ")
      : Phrase(
        zh: "\(Term.note.zh)（\(first.zh)等\(count)个单位，\(period)）：",
        en: "Note by \(first.en) and \(count - 1) more, \(period): ")
  }
}
