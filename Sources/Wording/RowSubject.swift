/// What the rows of a view are about, which decides whose names a view's `name_zh` holds.
public enum RowSubject: Sendable {
  /// An indicator.
  case indicator
  /// A section of the plan.
  case section
  /// A unit.
  case unit
  /// A revision of a target.
  case target
  /// A point of the appraisal.
  case point
}
