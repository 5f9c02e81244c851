import Attainment

/// The lines in which a published figure is explained. Figures, quotients and instants come as printed, a figure with its
/// unit behind it.
public enum ExplanationSentence {
  /// What is explained.
  public static func heading(
    indicator: String, name: Phrase, district: Phrase, unit: Phrase?, period: Month
  ) -> Phrase {
    Phrase(
      zh: "\(indicator) \(name.zh)，\(district.zh)\(unit.map { "·\($0.zh)" } ?? "")，\(period)",
      en: "\(indicator) \(name.en), \(district.en)\(unit.map { ", \($0.en)" } ?? ""), \(period)")
  }

  /// By which run, as of when, on what plan and by which program it was published.
  public static func publication(
    run: String, asOf: String, timeZone: String, planVersion: String, programVersion: String
  ) -> Phrase {
    Phrase(
      zh: "第\(run)次运行发布，\(Term.asOf.zh)\(asOf)（\(timeZone)），\(Term.plan.zh)第\(planVersion)版，程序\(programVersion)版",
      en: "published as run \(run), \(Term.asOf.en) \(asOf) (\(timeZone)), \(Term.plan.en) version \(planVersion), "
        + "program version \(programVersion)")
  }

  /// The judgement and why.
  public static func verdict(_ verdict: Verdict, rule: Int, reason: Phrase) -> Phrase {
    Phrase(
      zh: "\(Term.verdict.zh)：\(verdict.name.zh)（\(verdict.light.name.zh)），依据规则\(rule)：\(reason.zh)",
      en: "Verdict: \(verdict.name.en) (\(verdict.light.name.en)), by rule \(rule): \(reason.en)")
  }

  /// How the actual is made, how often figures come and by when, and by when the target is to be met; nil where nothing is.
  public static func measure(
    _ measure: Measure, _ accumulation: Accumulation, _ frequency: Frequency, dueDay: Int, dueMonth: Month?
  ) -> Phrase {
    let day = due(by: dueDay)
    return Phrase(
      zh:
        "\(Term.measure.zh)：\(measure.name.zh)，\(accumulation.name.zh)，\(frequency.name.zh)\(Term.submit.zh)（\(day.zh)）"
        + (dueMonth.map { "，应于\($0)前完成" } ?? ""),
      en: "Measure: \(measure.name.en); \(accumulation.name.en); reported \(frequency.name.en), \(day.en)"
        + (dueMonth.map { "; to be met by \($0)" } ?? ""))
  }
}
