import Attainment

/// What a receipt warns of beside what a run would find in the figures as well (``FindingSentence``).
public enum IntakeWarning {
  /// A base that was not stated, and which of last year's figures is taken.
  public static func baseFilled(
    _ column: SubmissionColumn, base: Figure, indicator: String, period: Month
  ) -> Phrase {
    Phrase(
      zh: "未报\(column.name.zh)，将采用上年指标 \(indicator) 在 \(period) 已通过的 \(base)",
      en: "no \(column.name.en) is stated; the \(base) accepted of \(indicator) for \(period) is taken.")
  }

  /// A correction of a figure that has been published.
  public static func correctsPublished(period: Month) -> Phrase {
    Phrase(
      zh: "更正了已发布的数据：\(period) 的月报会因此重新计算并注明变动", en: "corrects a published figure: the report tells of the change")
  }
}
