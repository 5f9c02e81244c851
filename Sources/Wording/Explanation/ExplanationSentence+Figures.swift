import Attainment

extension ExplanationSentence {
  /// No figure is in; how many reporters are expected, and the latest period that is due.
  public static func noFigures(due: Int, latestDue: Month?) -> Phrase {
    let latest = latestDue?.description ?? ""
    return Phrase(
      zh: "采用数据：无（应报单位\(due)个，最近应报月份\(latest)）",
      en: "Figures used: none (\(due) expected, latest due period \(latest))")
  }

  /// The heading of the figures; coverage in percent.
  public static func figures(
    period: Month, latestDue: Month, accepted: Int, due: Int, coverage: String, isProvisional: Bool
  ) -> Phrase {
    let provisional = isProvisional ? Mark.comma.phrase + Term.provisional : Phrase(zh: "", en: "")
    return Phrase(
      zh: "采用数据（\(Term.figurePeriod.zh)\(period)，最近应报月份\(latestDue)，已通过\(accepted)／应报\(due)，"
        + "\(Term.coverage.zh)\(coverage)%\(provisional.zh)）：",
      en: "Figures used (\(Term.figurePeriod.en) \(period), latest due period \(latestDue), "
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

  /// A base that the reporter left empty.
  public static func lastYears(_ figure: String) -> Phrase {
    Phrase(zh: "\(figure)（上年已通过数）", en: "\(figure) (last year's accepted figure)")
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
