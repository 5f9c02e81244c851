/// What earns or costs a unit points in the appraisal (method, section 15).
public enum PointRule: String, Sendable, CaseIterable {
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
