import Attainment

extension ExplanationSentence {
  /// What is expected by a month, in percent, and by what it goes.
  public static func expected(_ value: String, by month: Month, _ expectation: Expectation) -> Phrase {
    percentage(
      Phrase(
        zh: "截至\(month)\(Term.expected.zh)（\(expectation.name.zh)）",
        en: "\(Term.expected.en) by \(month) (\(expectation.name.en))"), value)
  }

  /// The same in whole things.
  public static func expectedInWhole(_ value: String) -> Phrase {
    percentage(Phrase(zh: "  取整数后\(Term.expected.zh)", en: "  in whole things"), value)
  }

  /// The pace in percent.
  public static func pace(_ value: String) -> Phrase { percentage(Term.pace, value) }

  /// The pace below which it is off track, and who says so.
  public static func floor(_ floor: String, _ origin: FloorOrigin, of measure: Measure) -> Phrase {
    let source =
      switch origin {
      case .indicator: Phrase(zh: "本\(Term.indicator.zh)自定", en: "the indicator's own")
      case .plan:
        Phrase(zh: "本\(Term.plan.zh)对\(measure.name.zh)的规定", en: "the plan's for the measure \(measure.name.en)")
      case .measure: Phrase(zh: "\(measure.name.zh)的默认值", en: "the default for the measure \(measure.name.en)")
      }
    return Phrase(
      zh: "\(Verdict.behind.name.zh)的下限：\(floor)%（\(source.zh)）", en: "Floor of the pace: \(floor) % (\(source.en))")
  }

  /// What it counts in its lead unit's score; nil where it is left out of it.
  public static func credit(_ value: String?, weight: String, leadUnit: Phrase) -> Phrase {
    guard let value else {
      return Phrase(zh: "不计入\(leadUnit.zh)的\(Term.score.zh)", en: "Left out of the score of \(leadUnit.en)")
    }
    return Phrase(
      zh: "计入\(leadUnit.zh)的\(Term.score.zh)：\(value)，权重\(weight)",
      en: "Counts in the score of \(leadUnit.en): \(value), weight \(weight)")
  }

  /// Where the due month ends at this pace.
  public static func projected(_ value: String) -> Phrase {
    line(Phrase(zh: "按此进度\(Term.projected.zh)", en: "projection to the \(Term.dueMonth.en)"), value)
  }

  /// What each month left has to bring.
  public static func requiredPerMonth(_ value: String) -> Phrase { line(Term.requiredPerMonth, value) }

  /// Where last year stood in the same month, by the indicator that this one continues.
  public static func lastYear(_ value: String, at period: Month, of indicator: String) -> Phrase {
    line(
      Phrase(zh: "上年同期（\(indicator)，\(period)）\(Term.actual.zh)", en: "last year's actual (\(indicator), \(period))"),
      value)
  }

  /// Where the year leads if the rest of it goes as last year's went.
  public static func projectedByLastYear(_ value: String) -> Phrase {
    line(Phrase(zh: "按上年走势\(Term.projected.zh)", en: "projection by last year's course"), value)
  }
}
