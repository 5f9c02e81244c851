/// What kind of unit leads or reports.
public enum UnitKind: String, Sendable, CaseIterable {
  /// A department of the district's government.
  case department
  /// A subdistrict.
  case subdistrict
  /// A town.
  case town
  /// Anything else.
  case other
}
