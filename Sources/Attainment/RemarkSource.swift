/// Who says something beside an indicator (method, section 14).
public enum RemarkSource: String, Sendable, CaseIterable {
  /// A reporter, beside its figure.
  case unit
  /// The office, of an indicator in a month.
  case office
}
