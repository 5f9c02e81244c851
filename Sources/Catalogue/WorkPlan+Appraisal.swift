import Attainment

extension WorkPlan {
  /// What earns or costs a unit points in the appraisal (method, section 15).
  public struct AppraisalRule: Sendable, Equatable {
    /// What is counted.
    public enum Kind: String, Sendable, CaseIterable {
      /// Findings `missing` on the unit's own figures.
      case missing
      /// Findings `late` on them.
      case late
      /// Findings `returned` on them.
      case returned
      /// Indicators that it leads and that are attained.
      case attained
      /// Indicators that it leads and that are missed.
      case missed
      /// Those attained that were so in a month before their due month already.
      case attainedEarly = "attained_early"
    }

    /// What is counted.
    public var rule: Kind
    /// Points for each, negative to take away.
    public var points: Figure
    /// The most that the rule's sum may come to either way, 0 or more; nil for no bound.
    public var limit: Figure?
  }

  /// A grade of the appraisal.
  public struct Grade: Sendable, Equatable {
    /// Name of the grade.
    public var name: String
    /// The least total that earns it.
    public var from: Figure
  }
}
