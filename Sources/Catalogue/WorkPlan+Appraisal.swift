import Attainment

extension WorkPlan {
  /// What earns or costs a unit points in the appraisal (method, section 15).
  public struct AppraisalRule: Sendable, Equatable {
    /// What is counted.
    public var rule: PointRule
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
