import Attainment

/// What the page says of values.
public enum BulletinSentence {
  /// The page's heading.
  public static func heading(district: Phrase, month: Month) -> Phrase {
    Phrase(zh: "\(district.zh)\(month.name.zh)目标进度", en: "\(district.en): progress on targets, \(month.name.en)")
  }

  /// A count of indicators.
  public static func indicators(_ count: Int) -> Phrase {
    Phrase(zh: "\(count)项", en: count == 1 ? "1 indicator" : "\(count) indicators")
  }

  /// A count of rows.
  public static func rows(_ count: Int) -> Phrase {
    Phrase(zh: "\(count)条", en: count == 1 ? "1 row" : "\(count) rows")
  }

  /// What one line chart shows: the actual of each month that has one, as printed.
  public static func chart(_ name: String, target: String, actuals: [(month: Int, actual: String)]) -> Phrase {
    let values = actuals.map { Month.shortName(of: $0.month) + Phrase(zh: " \($0.actual)", en: " \($0.actual)") }
      .joined(by: .comma)
    return Phrase(
      zh: "\(name)：目标 \(target)；各月实绩 \(values.zh)。", en: "\(name): target \(target); actual by month: \(values.en).")
  }

  /// How far a target is along, against what is expected; both in percent as printed.
  public static func progress(attainment: String, expected: String) -> Phrase {
    Phrase(
      zh: "\(Term.attainment.zh) \(attainment)%，\(Term.expected.zh) \(expected)%",
      en: "\(Term.attainment.en) \(attainment) %, \(Term.expected.en) \(expected) %")
  }
}
