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

  /// What the target is relative to: that one's actual of a month, what is added to it, and whether it makes the figure
  /// provisional, being that itself or of an earlier month.
  public static func relative(
    to indicator: String, name: Phrase, actual: String, of period: Month, difference: String?, isProvisional: Bool,
    isEarlier: Bool
  ) -> Phrase {
    let sum = difference.map { Phrase(zh: "，加\($0)", en: " plus \($0)") } ?? nothing
    let doubt =
      isProvisional
      ? Phrase(zh: "；其\(Term.provisional.zh)，故本项亦\(Term.provisional.zh)", en: "; it is provisional, and so is this")
      : isEarlier
        ? Phrase(
          zh: "；其\(Term.figurePeriod.zh)较早，故本项\(Term.provisional.zh)",
          en: "; it is of an earlier month, so that this is provisional")
        : nothing
    return Phrase(
      zh: "  比照\(indicator)（\(name.zh)）：其\(period)\(Term.actual.zh)\(actual)\(sum.zh)\(doubt.zh)",
      en: "  Relative to \(indicator) (\(name.en)): its \(Term.actual.en) \(actual) of \(period)\(sum.en)\(doubt.en)")
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

  private static let nothing = Phrase(zh: "", en: "")

  private static func limit(_ value: String, _ direction: Direction?) -> Phrase {
    Phrase(zh: (direction?.name.zh ?? "") + value, en: direction.map { "\($0.name.en) \(value)" } ?? value)
  }
}
