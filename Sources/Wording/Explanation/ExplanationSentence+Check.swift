import Attainment

extension ExplanationSentence {
  /// What the office says of the indicator in the month.
  public static func comment(_ text: String, saidAt: String, by login: String) -> Phrase {
    Phrase(
      zh: "\(Term.office.zh)批注（\(saidAt)，\(login)）：\(text)",
      en: "The \(Term.office.en)'s comment (\(saidAt), \(login)): \(text)")
  }

  /// There is no finding about the row.
  public static let noFindings = Phrase(zh: "\(Term.finding.zh)：无", en: "Findings: none")

  /// The heading of the findings that cast doubt.
  public static let findings = Phrase(zh: "\(Term.finding.zh)：", en: "Findings:")

  /// The heading of those that are only worth knowing.
  public static let otherFindings = Phrase(zh: "另需知悉：", en: "Also worth knowing:")

  /// A finding.
  public static func finding(_ code: FindingCode, _ severity: Severity, _ message: Phrase) -> Phrase {
    Phrase(
      zh: "  [\(severity.name.zh)] \(code.name.zh)：\(message.zh)",
      en: "  [\(severity.name.en)] \(code.name.en): \(message.en)")
  }

  /// What was recomputed equals what was published.
  public static func asPublished(cells: Int) -> Phrase {
    Phrase(
      zh: "核对：由\(Term.submit.zh)数据重新计算的\(cells)项与发布结果完全一致",
      en: "Checked: \(cells) cells recomputed from the submissions equal the published ones")
  }

  /// It does not; the last line, which points to the first.
  public static func notAsPublished(differing: Int) -> Phrase {
    Phrase(
      zh: "核对：！！！\(differing)项与发布结果不一致，见上",
      en: "Checked: !!! \(differing) cells differ from the published ones, see above")
  }

  /// It does not; said before anything else.
  public static func notAsPublished(differing: Int, of cells: Int) -> Phrase {
    Phrase(
      zh: "！！！与发布结果不一致：按当时的\(Term.submit.zh)数据重新计算，\(cells)项中有\(differing)项不同",
      en: "!!! NOT AS PUBLISHED: recomputed from the submissions, \(differing) of \(cells) cells differ")
  }

  /// A cell of attainment.csv that differs; nil for an empty one.
  public static func difference(in column: String, published: String?, recomputed: String?) -> Phrase {
    let name = ReportColumn(rawValue: column)?.name(about: .indicator) ?? Phrase(zh: column, en: column)
    return Phrase(
      zh: "！！！  \(name.zh)：发布为\(published ?? "空")，重新计算为\(recomputed ?? "空")",
      en: "!!!   \(name.en): published \(published ?? "empty"), recomputed \(recomputed ?? "empty")")
  }
}
