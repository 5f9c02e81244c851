import Attainment

extension ExplanationSentence {
  /// There is no target although the measure takes one.
  public static let noTarget = Phrase(zh: "\(Term.target.zh)：无", en: "Target: none")

  /// It stands for reference.
  public static let forReference = Phrase(
    zh: "\(Term.target.zh)：无，仅供参考，不计入评分和排名", en: "Target: none, for reference only; it stands in no score and no rank")

  /// What work without a figure is to reach: a stage, or its end.
  public static func toReach(_ stage: Stage?) -> Phrase {
    let goal = stage?.name ?? Phrase(zh: "完成", en: "to be done")
    return Phrase(zh: "\(Term.target.zh)：\(goal.zh)", en: "Target: \(goal.en)")
  }

  /// A unit's part of the target.
  public static func allocation(_ value: String, _ direction: Direction?) -> Phrase {
    let limit = limit(value, direction)
    return Phrase(zh: "\(Term.allocation.zh)：\(limit.zh)", en: "Allocation: \(limit.en)")
  }

  /// The target, with the decision that it comes from; nil where what it is relative to gives none.
  public static func target(
    _ value: String?, _ direction: Direction?, revision: String, decidedOn: String, source: String?
  ) -> Phrase {
    let goal = value.map { limit($0, direction) } ?? Phrase(zh: "无", en: "none")
    return Phrase(
      zh: "\(Term.target.zh)：\(goal.zh)，第\(revision)版，\(decidedOn)决定\(source.map { "（\($0)）" } ?? "")",
      en: "Target: \(goal.en); revision \(revision), decided on \(decidedOn)\(source.map { " (\($0))" } ?? "")")
  }

  /// No revision of the target had been decided.
  public static let notYetDecided = Phrase(
    zh: "  当时尚无已决定的\(Term.target.zh)，适用第1版",
    en: "  No target had been decided by then, so that the first revision applies")

  /// How far the target may be missed, and what the actual is held against.
  public static func tolerance(_ tolerance: String, comparedWith value: String) -> Phrase {
    Phrase(
      zh: "  左右：允许偏差\(tolerance)，按\(value)评定",
      en: "  About: it may be missed by \(tolerance), and is judged by \(value)")
  }

  /// What the target is relative to: that one's actual of a month, and what is added to it.
  public static func relative(
    to indicator: String, name: Phrase, actual: String, of period: Month, difference: String?, isProvisional: Bool
  ) -> Phrase {
    Phrase(
      zh: "  比照\(indicator)（\(name.zh)）：其\(period)\(Term.actual.zh)\(actual)\(difference.map { "，加\($0)" } ?? "")"
        + (isProvisional ? "；该\(Term.actual.zh)为\(Term.provisional.zh)" : ""),
      en: "  Relative to \(indicator) (\(name.en)): its \(Term.actual.en) \(actual) of \(period)"
        + "\(difference.map { " plus \($0)" } ?? "")"
        + (isProvisional ? "; that is \(Term.provisional.en)" : ""))
  }

  /// What the target is relative to has no actual that serves.
  public static func relativeToNothing(_ indicator: String, name: Phrase) -> Phrase {
    Phrase(
      zh: "  比照\(indicator)（\(name.zh)）：其尚无可用的\(Term.actual.zh)",
      en: "  Relative to \(indicator) (\(name.en)), which has no \(Term.actual.en) that serves")
  }

  /// What the document says.
  public static func wording(_ text: String) -> Phrase {
    Phrase(zh: "  原文：\(text)", en: "  In the document's words: \(text)")
  }

  private static func limit(_ value: String, _ direction: Direction?) -> Phrase {
    Phrase(zh: (direction?.name.zh ?? "") + value, en: direction.map { "\($0.name.en) \(value)" } ?? value)
  }
}
