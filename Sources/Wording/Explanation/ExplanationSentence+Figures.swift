import Attainment

extension ExplanationSentence {
  /// No figure is in; how many reporters are expected.
  public static func noFigures(due: Int) -> Phrase {
    Phrase(zh: "采用数据：无（应报单位\(due)个）", en: "Figures used: none (\(due) expected)")
  }

  /// The heading of the figures; coverage in percent.
  public static func figures(
    period: Month, latestDue: Month?, accepted: Int, due: Int, coverage: String, isProvisional: Bool
  ) -> Phrase {
    let provisional = isProvisional ? Mark.comma.phrase + Term.provisional : Phrase(zh: "", en: "")
    let latest =
      latestDue.map {
        $0 == period ? Phrase(zh: "", en: "") : Phrase(zh: "，最近应报月份\($0)", en: ", latest due period \($0)")
      }
      ?? Phrase(zh: "，提前报齐", en: ", all in before they are due")
    return Phrase(
      zh: "采用数据（\(Term.figurePeriod.zh)\(period)\(latest.zh)，已通过\(accepted)／应报\(due)，"
        + "\(Term.coverage.zh)\(coverage)%\(provisional.zh)）：",
      en: "Figures used (\(Term.figurePeriod.en) \(period)\(latest.en), "
        + "\(accepted) of \(due) in, \(Term.coverage.en) \(coverage) %\(provisional.en)):")
  }

  /// What a reporter said.
  public static func submission(
    reporter: String, name: Phrase, period: Month, revision: String, content: [(term: Phrase, text: Phrase)]
  ) -> Phrase {
    let content = content.map { $0.term + Phrase(zh: " ", en: " ") + $0.text }.joined(by: .comma)
    return Phrase(
      zh: "  \(reporter)（\(name.zh)）\(period)，第\(revision)次\(Term.submit.zh)：\(content.zh)",
      en: "  \(reporter) (\(name.en)), \(period), revision \(revision): \(content.en)")
  }

  /// A base that the reporter left empty: the same reporter's figure of the indicator that this one continues.
  public static func lastYears(_ figure: String, of indicator: String, _ period: Month, revision: String) -> Phrase {
    Phrase(
      zh: "\(figure)（未报，取上年\(indicator)的\(period)已通过数，第\(revision)次\(Term.submit.zh)）",
      en: "\(figure) (not stated; last year's accepted figure of \(indicator), \(period), revision \(revision))")
  }

  /// A base that there is not; nil where the indicator continues none of last year's plan.
  public static func noBase(continuing indicator: String?) -> Phrase {
    let reason =
      indicator.map { Phrase(zh: "上年\($0)同期无已通过数", en: "nothing of last year's \($0) is accepted for it") }
      ?? Phrase(zh: "本\(Term.indicator.zh)不延续上年\(Term.indicator.zh)", en: "the indicator continues none of last year's")
    return Phrase(zh: "无（未报，\(reason.zh)）", en: "none (not stated, and \(reason.en))")
  }

  /// Where a submission came from and who accepted it, both by the plan's clock; nobody did where the plan accepts by itself.
  public static func provenance(
    submittedAt: String, by submitter: String, file: String, line: String, acceptedAt: String, by reviewer: String?
  ) -> Phrase {
    let acceptance =
      reviewer.map { Phrase(zh: "由\($0)审核通过", en: "by \($0)") }
      ?? Phrase(zh: "按\(Term.plan.zh)自动通过", en: "without review, as the \(Term.plan.en) says")
    return Phrase(
      zh: "    \(submittedAt)由\(submitter)\(Term.submit.zh)（\(file)第\(line)行）；\(acceptedAt)\(acceptance.zh)",
      en:
        "    submitted \(submittedAt) by \(submitter) (\(file), line \(line)); accepted \(acceptedAt) \(acceptance.en)")
  }
}
