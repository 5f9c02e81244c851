/// Where the pace comes from below which an indicator is off track (method, section 8).
public enum FloorOrigin: String, Sendable, CaseIterable {
  /// The indicator has its own.
  case indicator
  /// The plan sets one for the measure.
  case plan
  /// It is the measure's default.
  case measure
}
