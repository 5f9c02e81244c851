import Attainment

extension BulletinSentence {
  /// The lights in words, for those who do not see the bar.
  public static func lights(green: Int, yellow: Int, red: Int, grey: Int) -> Phrase {
    let total = green + yellow + red + grey
    return Phrase(
      zh: "\(total)项指标：绿灯\(green)项，黄灯\(yellow)项，红灯\(red)项，灰灯\(grey)项。",
      en: "\(total) indicators: \(green) green, \(yellow) yellow, \(red) red, \(grey) grey.")
  }

  /// How many more or fewer than the month before.
  public static func change(_ difference: Int) -> Phrase {
    guard difference != 0 else { return Phrase(zh: "较上月 持平", en: "no change") }
    let signed = difference > 0 ? "+\(difference)" : "−\(-difference)"
    return Phrase(zh: "较上月 \(signed)", en: "\(signed) on last month")
  }

  /// Which verdicts make up a light, each with its count.
  public static func verdicts(_ counts: [(verdict: Verdict, count: Int)]) -> Phrase {
    counts.map { $0.verdict.name + Phrase(zh: " \($0.count)", en: " \($0.count)") }.joined(by: .listComma)
  }

  /// How many indicators made each move since last month.
  public static func moves(_ counts: [(move: BulletinTerm, count: Int)]) -> Phrase {
    counts.map { Phrase(zh: "\($0.move.phrase.zh)\($0.count)项", en: "\($0.move.phrase.en): \($0.count)") }
      .joined(by: .comma) + Mark.fullStop.phrase
  }

  /// The findings, counted by severity.
  public static func severities(_ counts: [(severity: Severity, count: Int)]) -> Phrase {
    counts.map { Phrase(zh: "\($0.severity.name.zh)\($0.count)条", en: "\($0.severity.name.en) \($0.count)") }
      .joined(by: .comma) + Mark.fullStop.phrase
  }
}
