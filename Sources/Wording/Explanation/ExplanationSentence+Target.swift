import Attainment

extension ExplanationSentence {
  /// There is no target although the measure takes one.
  public static let noTarget = Phrase(zh: "\(Term.target.zh)：无", en: "Target: none")

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

  /// The target, with the decision that it comes from.
  public static func target(
    _ value: String, _ direction: Direction?, revision: String, decidedOn: String, source: String?
  ) -> Phrase {
    let limit = limit(value, direction)
    return Phrase(
      zh: "\(Term.target.zh)：\(limit.zh)，第\(revision)版，\(decidedOn)决定\(source.map { "（\($0)）" } ?? "")",
      en: "Target: \(limit.en); revision \(revision), decided on \(decidedOn)\(source.map { " (\($0))" } ?? "")")
  }

  private static func limit(_ value: String, _ direction: Direction?) -> Phrase {
    Phrase(zh: (direction?.name.zh ?? "") + value, en: direction.map { "\($0.name.en) \(value)" } ?? value)
  }
}
