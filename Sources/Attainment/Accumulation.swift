/// How the periods of a year add up (method, section 4).
public enum Accumulation: String, Sendable, CaseIterable {
  /// A figure covers the months since the previous due period; all are added.
  case monthly
  /// A figure covers the year so far; each reporter's latest counts.
  case cumulative
  /// A figure is a level at the end of its period; each reporter's latest counts.
  case point
}
