import Attainment

/// What a receipt warns of without refusing anything: figures that may be slips, and corrections that will be seen.
public enum IntakeWarning {
  /// A cumulative figure below the one before.
  public static func cumulativeDecrease(value: Figure, earlier: Figure, of period: Month) -> Phrase {
    Phrase(
      zh: "累计数 \(value) 小于 \(period) 已报的 \(earlier)，请核对",
      en: "the cumulative figure \(value) is less than the \(earlier) of \(period)")
  }

  /// A figure ten times or more the one before, or a tenth of it.
  public static func jump(_ column: SubmissionColumn, figure: Figure, earlier: Figure, of period: Month) -> Phrase {
    Phrase(
      zh: "\(column.name.zh) \(figure) 与 \(period) 已报的 \(earlier) 相差十倍以上，请核对单位（如万元、亿元）",
      en:
        "\(column.name.en) \(figure) differs from the \(earlier) of \(period) by a factor of ten or more: look at the unit"
    )
  }

  /// A figure far above the target.
  public static func farAboveTarget(value: Figure, target: Figure, times: Int) -> Phrase {
    Phrase(
      zh: "数值 \(value) 超过目标 \(target) 的 \(times) 倍，请核对单位（如万元、亿元）",
      en: "the value \(value) is more than \(times) times the target \(target): look at the unit")
  }

  /// A base that was not stated and is taken from last year.
  public static func baseFilled(_ column: SubmissionColumn, base: Figure, period: Month) -> Phrase {
    Phrase(
      zh: "未报\(column.name.zh)，将采用 \(period) 已通过的 \(base)",
      en: "no \(column.name.en) is stated; the \(base) accepted for \(period) is taken")
  }

  /// A correction of a figure that has been published.
  public static func correctsPublished(period: Month) -> Phrase {
    Phrase(
      zh: "更正了已发布的数据：\(period) 的月报会因此重新计算并注明变动", en: "corrects a published figure: the report tells of the change")
  }
}
