/// Which side of the target is good (method, section 6).
public enum Direction: String, Sendable, CaseIterable {
  /// The actual is to reach the target.
  case atLeast = "at_least"
  /// The actual is to stay at or below the target.
  case atMost = "at_most"
  /// The level is to stay at the baseline.
  case maintain
}
