/// How progress is expected of work that has no profile (method, section 7).
public enum Pacing: String, Sendable, CaseIterable {
  /// In equal parts, month by month.
  case linear
  /// Nothing before the due month, all of it from then on.
  case atDue = "at_due"
}
