import Attainment

/// Rule 8.
extension RuleSentence {
  /// The pace is met.
  public static func onSchedule(pace: String) -> Phrase {
    Phrase(zh: "\(Term.pace.zh)\(pace)%，不低于100%", en: "\(Term.pace.en) \(pace) % is at least 100 %")
  }

  /// The pace is not met, but the floor is.
  public static func aboveFloor(pace: String, floor: Figure) -> Phrase {
    Phrase(
      zh: "\(Term.pace.zh)\(pace)%，低于100%，不低于下限\(floor)%",
      en: "\(Term.pace.en) \(pace) % is below 100 %, but not below the floor \(floor) %")
  }

  /// The pace is below the floor.
  public static func belowFloor(pace: String, floor: Figure) -> Phrase {
    Phrase(
      zh: "\(Term.pace.zh)\(pace)%，低于下限\(floor)%", en: "\(Term.pace.en) \(pace) % is below the floor \(floor) %")
  }

  /// There is no pace, for the level is zero or less.
  public static let limitMet = Phrase(
    zh: "\(Term.actual.zh)为零或负，“\(Direction.atMost.name.zh)”目标必然满足",
    en: "a level of zero or less meets a target that is not to be exceeded")

  /// There is no pace, for nothing is expected.
  public static let nothingExpected = Phrase(
    zh: "本期\(Term.expected.zh)为0，视为符合进度", en: "nothing is expected yet, so the pace counts as met")
}
