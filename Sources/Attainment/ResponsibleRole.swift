/// In which role a unit or a post answers for an indicator.
public enum ResponsibleRole: String, Sendable, CaseIterable {
  /// The leader of the district's government in charge.
  case leader
  /// The unit that leads.
  case lead
  /// A unit that supports it.
  case support
}
